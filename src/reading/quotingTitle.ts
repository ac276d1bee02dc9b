// Questions that quote what an article has: its title, its subject or points, or the sentence that tells what it is about. Asked in
// the wordings of any language.

import { findAgenda, findTitleSubject, withoutDay } from './agenda.ts';
import { type ArticleKind, findToldKind, label } from './articleKind.ts';
import { questionLength } from './authorQuestion.ts';
import { findEventSubject } from './eventSubject.ts';
import { findTopics } from './listedTopics.ts';
import { findClaim } from './mainClaim.ts';
import { findMainNames } from './mainNames.ts';
import { findFinding } from './paperFinding.ts';
import { countWords, cutAt } from './plainText.ts';
import type { MeetingKind, QuestionWordings } from './questionWordings.ts';
import {
  agendaQuestions,
  claimQuestions,
  fillIn,
  findingQuestions,
  quoteIn,
  quotingSentence,
  subjectQuestions,
  topicQuestions,
} from './quotingQuestions.ts';
import type { ReadArticle } from './summarise.ts';
import { findTellingSentence } from './tellingSentence.ts';
import { plainTitle } from './titlePhrase.ts';
import { startingAnywhere } from './titleQuestion.ts';

/** Characters of a title that a question quotes. */
const quotedLength = 120;

/** "Issue 12 is out": what is asked about is the issue. */
const comesOut = /\s(?:is|are)(?: now| finally)? (?:here|out|online|available)(?: now)?\W{0,20}$/iu;

/** "Einladung zum Workshop": what is asked about is the workshop. */
const invitesTo =
  /^einladung (?:zu|zum|zur) (?:(?:den|der|dem|unsere[mnr]) )?(?=\p{L}*(?:tagung|konferenz|workshop|vortrag|seminar|sitzung|versammlung|treffen|diskussion|lesung))/iu;

/** Kinds whose titles name what may be argued about. */
export const arguable: ReadonlySet<ArticleKind> = new Set(['account', 'essay', 'guide', 'news', 'report', 'text']);

/** Kinds of which nobody is asked what was their weakest point. */
const grave: ReadonlySet<ArticleKind> = new Set(['crime', 'farewell', 'harm', 'memory']);

/** Kinds whose titles may be a mere name; and how many words such a name has. */
export const needsSentence: ReadonlySet<ArticleKind> = new Set(['essay', 'news', 'report', 'text']);
const dimWords = 3;

const explains = /^(?:why|how) (?!to\b)(?!.*\?)/iu;
const asksForFact =
  /^(?:what (?:is|are|was|were)|when|where|who (?:is|are|was|were)|how (?:many|much|old|long|far))\b/iu;

interface Quoting {
  readonly kind: ArticleKind;
  readonly wordings: QuestionWordings;
  /** Of the article. */
  readonly isEnglish: boolean;
}

/** Best first; the kind's own wordings, then those that fit any. */
export function quoteTitle(article: ReadArticle, { kind, wordings, isEnglish }: Quoting): readonly string[] {
  const title = quotable(
    withoutDayOf(article.title, kind).replace(label, '').replace(comesOut, '').replace(invitesTo, ''),
  );
  if (title === '') return askWithoutTitle(article, wordings);
  const askOn = (fitting: readonly string[]) => startingAnywhere(fillIn(fitting, 'T', quoteIn(wordings, title)), title);
  const own = askOn(wordings.byKind[asking(withoutDayOf(article.title, kind), kind)]);
  const topics = askOnTopics(article, kind, title, wordings);
  const subject = isEnglish && topics.length === 0 ? askOnSubject(article, kind, title, wordings) : [];
  const found = isEnglish && kind === 'paper' ? askOnFinding(article, wordings) : [];
  const telling = [...explainTitle(article, kind, title, wordings), ...topics, ...subject, ...found];
  const any = askOn(grave.has(kind) ? wordings.byTitle.slice(0, 1) : wordings.byTitle);
  return [...telling, ...own, ...any].filter(isSound);
}

/** "Spring Workshop Update": what takes place is the workshop. */
const isNotice = /(?<=\S):? (?:updates?|announcement|reminder|details)$/iu;

/** The day of a meeting tells its notes apart, but is no part of a subject or a question. */
function withoutDayOf(title: string, kind: ArticleKind): string {
  const plain = withoutDay(cutAt(title, 1000));
  const named = plain !== '' && (kind === 'meeting' || plain.endsWith('?')) ? plain : cutAt(title, 1000);
  return kind === 'event' || kind === 'meeting' ? named.replace(isNotice, '') : named;
}

/** A title that asks, or says that it explains, is answered, whatever kind its text is of. */
function asking(title: string, kind: ArticleKind): ArticleKind | 'question' | 'explanation' {
  if (kind === 'foreign') return kind;
  if (explains.test(title) && arguable.has(kind) && kind !== 'report') return 'explanation';
  if (!/[?？؟]\W*$/u.test(cutAt(title, 300)) || kind === 'fact' || kind === 'offers') return kind;
  return asksForFact.test(title) ? 'explanation' : 'question';
}

/** "Opening Bell 14.3.31" says nothing by itself, and of some titles nothing tells what may be asked about them. */
function explainTitle(
  article: ReadArticle,
  kind: ArticleKind,
  title: string,
  wordings: QuestionWordings,
): readonly string[] {
  const isNamed = countWords(title) > dimWords;
  if ((isNamed && kind !== 'text') || !needsSentence.has(kind) || title.endsWith('?')) return [];
  const telling = askOnTelling(article, wordings);
  // Such a title says more than half a sentence.
  return isNamed ? telling.filter((question) => !question.includes('…')) : telling;
}

/** By the sentence that tells what a text is about, as fits what it tells. */
function askOnTelling(article: ReadArticle, wordings: QuestionWordings): readonly string[] {
  const text = article.text === '' ? article.teaser : article.text;
  const sentence = quotable(findTellingSentence(article) ?? '', questionLength);
  if (sentence === '') return [];
  const fitting = quotingSentence(wordings, findToldKind(sentence, text), sentence).filter(isSound);
  return [...startingAnywhere(fitting, text.slice(0, 200)), ...quotingSentence(wordings, 'text', sentence)];
}

function askOnFinding(article: ReadArticle, wordings: QuestionWordings): readonly string[] {
  const finding = findFinding(article.text === '' ? article.teaser : article.text);
  return finding === undefined ? [] : startingAnywhere(findingQuestions(wordings, finding), finding);
}

/** Of what else is called for nobody would write. */
const forWriting =
  /\b(?:papers?|abstracts?|contributions?|proposals?|submissions?|articles?|chapters?|special issue|beiträge)\b/iu;

function askOnTopics(
  article: ReadArticle,
  kind: ArticleKind,
  title: string,
  wordings: QuestionWordings,
): readonly string[] {
  const isForWriting = kind === 'callForPapers' || (kind === 'call' && forWriting.test(article.title));
  const topics = isForWriting ? findTopics(article.text) : [];
  return topics.length === 0 ? [] : startingAnywhere(topicQuestions(wordings, topics).filter(isSound), title);
}

/** "May Community Call" does not say what it is on; where the text or the notes of its points do, that is asked about. */
function askOnSubject(
  article: ReadArticle,
  kind: ArticleKind,
  title: string,
  wordings: QuestionWordings,
): readonly string[] {
  const asked = kind === 'callForPapers' ? 'event' : kind;
  if (asked !== 'event' && asked !== 'meeting' && asked !== 'minutes') return [];
  const named = askOnNamed(article, asked, title, wordings);
  // A call for papers has headings, and no points.
  return named.length > 0 || kind === 'callForPapers' ? named : askOnPoints(article, asked, wordings);
}

function askOnNamed(
  article: ReadArticle,
  kind: MeetingKind,
  title: string,
  wordings: QuestionWordings,
): readonly string[] {
  const named = kind === 'minutes' ? undefined : findEventSubject(article.text);
  const subject = named ?? findTitleSubject(article.title);
  if (subject === undefined) return [];
  const isTold = named === undefined || title.toLowerCase().includes(subject.toLowerCase());
  return subjectQuestions(wordings, kind, quotable(subject), isTold ? undefined : title);
}

function askOnPoints(article: ReadArticle, kind: MeetingKind, wordings: QuestionWordings): readonly string[] {
  const points = findAgenda(article.text);
  const [only, ...others] = points;
  if (only === undefined) return [];
  // One word, as "Training", heads what many meetings have.
  if (others.length === 0)
    return kind === 'minutes' && only.includes(' ') ? subjectQuestions(wordings, kind, only) : [];
  return agendaQuestions(wordings, kind, points);
}

/** By the sentence that tells what it is about, else by the name it comes back to. */
function askWithoutTitle(article: ReadArticle, wordings: QuestionWordings): readonly string[] {
  const text = article.text === '' ? article.teaser : article.text;
  const telling = askOnTelling(article, wordings);
  const about = findMainNames(text)
    .slice(0, 1)
    .flatMap((name) => fillIn(wordings.byName, 'N', name));
  const claim = telling.length === 0 ? findClaim(article) : undefined;
  const isWhole = claim !== undefined && /^\P{Ll}/u.test(claim.words);
  const claimed = isWhole ? claimQuestions(wordings, { ...claim, isArguable: false }) : [];
  const other = [claimed, about, wordings.untitled].flatMap((fitting) => startingAnywhere(fitting, text.slice(0, 200)));
  return [...telling, ...other].filter(isSound);
}

/** Words that a quotation should not break off with. */
const dangling =
  /(?: (?:the|an?|of|in|on|at|to|for|with|and|or|but|by|from|as|that|than|its|their|his|her|is|are|was|were))+$/iu;

/** “ opens in English, and closes in German. */
function opens(mark: string, text: string): boolean {
  return mark === '“' ? !text.includes('„') : /[„«]/u.test(mark);
}

/** A title as it may stand between quotation marks: no question mark, inner marks single, cut at a word. */
export function quotable(title: string, most = quotedLength): string {
  const plain = plainTitle(title)
    .replace(/ ?[?？؟⁇⁈⁉]{1,9} (?=[\p{L}\p{N}])/gu, ': ')
    .replace(/[?？؟⁇⁈⁉]/gu, '')
    .replace(/(^|[\s(‘])"/gu, '$1‘')
    .replace(/["“”„«»]/gu, (mark) => (opens(mark, title) ? '‘' : '’'))
    .trim();
  if (plain.length <= most) return plain;
  const cut = cutAt(plain, most);
  const space = cut.lastIndexOf(' ');
  const whole = space > most / 2 ? cut.slice(0, space) : cut;
  return `${whole.replace(dangling, '').replace(/[,;:–—-]$/u, '')}…`;
}

export function isSound(question: string | undefined): question is string {
  return (
    question !== undefined &&
    question.length <= questionLength &&
    question.endsWith('?') &&
    question.indexOf('?') === question.length - 1
  );
}
