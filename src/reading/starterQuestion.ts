// The one question that opens the discussion of an article: the author's own, else the society's invitation, else one made
// of the title, else one that quotes the title. Invariant: exactly one question mark, at the end, and at most 200 characters.

import { type ArticleKind, findArticleKind, label } from './articleKind.ts';
import { findAuthorQuestion, questionLength } from './authorQuestion.ts';
import { findClosingInvitation } from './cleanText.ts';
import { detectLanguage } from './detectLanguage.ts';
import { invitedQuestion } from './invitedQuestion.ts';
import { findMainNames } from './mainNames.ts';
import { cutAt } from './plainText.ts';
import { questionFaults } from './questionFaults.ts';
import { anyQuestions, quotingQuestions } from './quotingQuestions.ts';
import { type ReadArticle, summarise } from './summarise.ts';
import { plainTitle, readTitlePhrases } from './titlePhrase.ts';
import { startingAnywhere, titleQuestions } from './titleQuestion.ts';

/** Characters of a title that a question quotes. */
const quotedLength = 120;

const thisSentence = ['What do you make of this: S?', 'What is your reaction to this, and why: S?'];
const aboutNames = [
  'What do you make of what this article says about N?',
  'What strikes you most in this article about N, and why?',
  'Which part of this article about N would you like to discuss, and why?',
];

/**
 * Questions on the article for its discussion, best first and each once; the same for the same article.
 *
 * @param proposed one that somebody thought of who has read it; taken where questionFaults finds nothing wrong with it, unless the
 * article ends with a question or an invitation of its own
 * @returns at least one
 */
export function starterQuestions(article: ReadArticle, proposed?: string): readonly string[] {
  const isUsable = proposed !== undefined && questionFaults(proposed, article).length === 0;
  const offered = isUsable ? [proposed] : [];
  const foreign = isForeign(article);
  const kind = foreign ? 'text' : findArticleKind(article);
  const quoting = quoteTitle(article, kind);
  if (foreign) return [...new Set([...offered, ...quoting])];
  const own = [askByAuthor(article), askAsInvited(article)].filter(isSound);
  return [...new Set([...own, ...offered, ...askByTitle(article, kind).filter(isSound), ...quoting])];
}

/** The best of them that is not to be avoided; the best, where all are. */
export function starterQuestion(
  article: ReadArticle,
  { avoid, proposed }: { readonly avoid?: ReadonlySet<string>; readonly proposed?: string } = {},
): string {
  const questions = starterQuestions(article, proposed);
  return questions.find((question) => !avoid?.has(question)) ?? questions[0] ?? '';
}

/** "Issue 12 is out": what is asked about is the issue. */
const comesOut = /\s(?:is|are)(?: now| finally)? (?:here|out|online|available)(?: now)?\W{0,20}$/iu;

/** Kinds whose titles name what may be argued about. */
const arguable: ReadonlySet<ArticleKind> = new Set(['essay', 'guide', 'report', 'text']);

/** A sentence that cannot be understood alone. */
const pointsElsewhere =
  /\b(?:he|she|they|him|his|her|their|it|its|this|that|these|those|here|already|i|my|we|our|you)\b|^(?:one|another|some|two|three|in|on|at|after|when|while|but|and) /iu;

function askByAuthor(article: ReadArticle): string | undefined {
  return findAuthorQuestion(article.text);
}

function askAsInvited(article: ReadArticle): string | undefined {
  const invitation = findClosingInvitation(article.text);
  const title = quotable(article.title);
  if (invitation === undefined || title === '') return undefined;
  return invitedQuestion(invitation, readTitlePhrases(article), `“${title}”`);
}

function askByTitle(article: ReadArticle, kind: ArticleKind): readonly string[] {
  const title = cutAt(article.title, 300);
  if (/^fact[- ]check/iu.test(title)) return [];
  const plain = title.replace(label, '');
  const isQuestion = /\?\W*$/u.test(plain);
  if (!arguable.has(kind) && !isQuestion) return [];
  const phrases = readTitlePhrases({ ...article, title: plain.replace(/\?\W*$/u, '') });
  return phrases.title === '' ? [] : titleQuestions(phrases, { isQuestion, isReport: kind === 'report' });
}

function quoteTitle(article: ReadArticle, kind: ArticleKind): readonly string[] {
  const title = quotable(cutAt(article.title, 1000).replace(label, '').replace(comesOut, ''));
  if (title === '') return askWithoutTitle(article);
  const isQuestion = /[?？؟]\W*$/u.test(cutAt(article.title, 300));
  const own = quotingQuestions(isQuestion ? 'question' : kind, `“${title}”`);
  return [...startingAnywhere(own, title), ...startingAnywhere(anyQuestions(`“${title}”`), title)];
}

/** By its first sentence where that is short and tells of what it is about, else by the names it comes back to. */
function askWithoutTitle(article: ReadArticle): readonly string[] {
  const text = article.text === '' ? article.teaser : article.text;
  const names = findMainNames(text);
  const { sentences } = summarise(article, 'short');
  const sentence = sentences.find((one) => !one.includes('?')) ?? sentences[0] ?? '';
  const first = quotable(sentence);
  const isWhole = /\.\W?$/u.test(sentence) && !first.endsWith('…') && !pointsElsewhere.test(first);
  const telling = isWhole && names.some((name) => first.includes(name));
  const quoting = fillIn(thisSentence, 'S', `“${first}”`);
  const about = names.length === 0 ? [] : fillIn(aboutNames, 'N', names.join(' and '));
  const rest = anyQuestions(first === '' ? 'this article' : `“${first}”`);
  const own = first === '' ? [about] : telling ? [quoting, about] : [about, quoting];
  return [...own, rest].flatMap((wordings) => startingAnywhere(wordings, text.slice(0, 200)));
}

function fillIn(wordings: readonly string[], sign: string, words: string): readonly string[] {
  return wordings.map((wording) => wording.replace(sign, () => words));
}

/** Words that a quotation should not break off with. */
const dangling =
  /(?: (?:the|an?|of|in|on|at|to|for|with|and|or|but|by|from|as|that|than|its|their|his|her|is|are|was|were))+$/iu;

/** A title as it may stand between quotation marks: no question mark, inner marks single, cut at a word. */
function quotable(title: string): string {
  const plain = plainTitle(title)
    .replace(/ ?[?？؟⁇⁈⁉]{1,9} (?=[\p{L}\p{N}])/gu, ': ')
    .replace(/[?？؟⁇⁈⁉]/gu, '')
    .replace(/(^|[\s(‘])"/gu, '$1‘')
    .replace(/["“”„«»]/gu, (mark) => (/[“„«]/u.test(mark) ? '‘' : '’'))
    .trim();
  if (plain.length <= quotedLength) return plain;
  const cut = cutAt(plain, quotedLength);
  const space = cut.lastIndexOf(' ');
  const whole = space > quotedLength / 2 ? cut.slice(0, space) : cut;
  return `${whole.replace(dangling, '').replace(/[,;:–—-]$/u, '')}…`;
}

/** Patterns are English; a title in another language is only quoted. */
function isForeign(article: ReadArticle): boolean {
  const named = article.language?.slice(0, 2).toLowerCase();
  const detected = detectLanguage(`${article.title}. ${article.text === '' ? article.teaser : article.text}`);
  if (detected !== undefined) return detected !== 'en';
  return (named !== undefined && named !== 'en') || /[^\p{Script=Latin}\P{L}]/u.test(article.title);
}

function isSound(question: string | undefined): question is string {
  return (
    question !== undefined &&
    question.length <= questionLength &&
    question.endsWith('?') &&
    question.indexOf('?') === question.length - 1
  );
}
