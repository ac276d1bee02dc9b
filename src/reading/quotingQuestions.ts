// Questions that quote a title, a sentence or the points of a meeting, in the wordings of a language.

import type { ArticleKind } from './articleKind.ts';
import { questionLength } from './authorQuestion.ts';
import { englishWordings } from './englishWordings.ts';
import { germanWordings } from './germanWordings.ts';
import type { Claim } from './mainClaim.ts';
import type { MeetingKind, QuestionWordings } from './questionWordings.ts';

/** @param language as BCP 47 begins; English where nothing is worded in it */
export function wordingsIn(language: string): QuestionWordings {
  return language === 'de' ? germanWordings : englishWordings;
}

/** In the marks of the language. */
export function quoteIn({ marks: [opening, closing] }: QuestionWordings, words: string): string {
  return `${opening}${words}${closing}`;
}

/** The wordings with the words in place of T, N or S. */
export function fillIn(wordings: readonly string[], sign: 'T' | 'N' | 'S', words: string): readonly string[] {
  return wordings.map((wording) => wording.replace(new RegExp(`(?<!\\p{L})${sign}(?!\\p{L})`, 'u'), () => words));
}

/** A subject that is a question has lost its mark to the one that is asked about it. */
const asks = /^(?:how|what|why|who|which|when|where|should|can|could|is|are|do|does|will)\b/iu;

/** On what a meeting is or was on. @param title of the meeting, where it does not name the subject */
export function subjectQuestions(
  wordings: QuestionWordings,
  kind: MeetingKind,
  subject: string,
  title?: string,
): readonly string[] {
  const quoted = quoteIn(wordings, subject);
  const named = asks.test(subject) ? wordings.theQuestion.replace('T', () => quoted) : quoted;
  const placed =
    title === undefined
      ? named
      : wordings.atEvent.replace(/[TE]/g, (sign) => (sign === 'T' ? named : quoteIn(wordings, title)));
  return fillIn(wordings.subject[kind], 'T', placed);
}

/** On two or more points of a meeting. */
export function agendaQuestions(
  wordings: QuestionWordings,
  kind: MeetingKind,
  points: readonly string[],
): readonly string[] {
  return fillIn(wordings.agenda[kind], 'T', listIn(wordings, points));
}

/** On two or three topics; on two of them where all would be too long for a question. */
export function topicQuestions(wordings: QuestionWordings, topics: readonly string[]): readonly string[] {
  const onAll = fillIn(wordings.topics, 'T', listIn(wordings, topics));
  const isTooLong = onAll.some((question) => question.length > questionLength);
  return isTooLong ? fillIn(wordings.topics, 'T', listIn(wordings, topics.slice(0, 2))) : onAll;
}

/** On what a paper says that it found. */
export function findingQuestions(wordings: QuestionWordings, finding: string): readonly string[] {
  return fillIn(wordings.finding, 'S', quoteIn(wordings, finding));
}

function listIn(wordings: QuestionWordings, words: readonly string[]): string {
  const quoted = words.map((one) => quoteIn(wordings, one));
  return `${quoted.slice(0, -1).join(', ')} ${wordings.or} ${quoted.at(-1)}`;
}

/** On a sentence that says what somebody holds. */
export function clauseQuestions(wordings: QuestionWordings, sentence: string): readonly string[] {
  return fillIn(wordings.claimWithin, 'S', quoteIn(wordings, sentence));
}

/** On what an article says. */
export function claimQuestions(wordings: QuestionWordings, { words, isArguable }: Claim): readonly string[] {
  if (isArguable && /^\p{Ll}/u.test(words)) return clauseQuestions(wordings, words);
  return fillIn(isArguable ? wordings.wholeClaim : wordings.anySentence, 'S', quoteIn(wordings, words));
}

/** For a text without a title, on a sentence of it. */
export function quotingSentence(wordings: QuestionWordings, kind: ArticleKind, sentence: string): readonly string[] {
  return fillIn(wordings.bySentence[kind] ?? wordings.anySentence, 'S', quoteIn(wordings, sentence));
}
