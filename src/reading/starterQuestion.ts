// The one question that opens the discussion of an article: the author's own, else the society's invitation, else one made
// of the title, else one that quotes the title. Invariant: exactly one question mark, at the end, and at most 200 characters.

import { findAuthorQuestion, questionLength } from './authorQuestion.ts';
import { findClosingInvitation } from './cleanText.ts';
import { detectLanguage } from './detectLanguage.ts';
import { invitedQuestion } from './invitedQuestion.ts';
import { announcementWords } from './knownWords.ts';
import { cutAt } from './plainText.ts';
import { questionFaults } from './questionFaults.ts';
import { type ReadArticle, summarise } from './summarise.ts';
import { plainTitle, readTitlePhrases } from './titlePhrase.ts';
import { startingAnywhere, titleQuestions } from './titleQuestion.ts';

/** Characters of a title that a question quotes. */
const quotedLength = 110;

const quoting = [
  'Where do you agree with “T”, and where not?',
  'What are your thoughts on “T”?',
  'What would you add to “T”?',
  'Which point in “T” would you question first, and why?',
];
const quotingNews = ['What would you like to ask or add about “T”?', 'What are your thoughts on “T”?'];
const quotingQuestion = [
  'What is your own answer to “T”, and why?',
  'How would you answer “T”, and what speaks against your answer?',
];
const withoutTitle = 'Where do you agree with this article, and where not?';

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
  const quoting = quoteTitle(article);
  if (isForeign(article)) return [...new Set([...offered, ...quoting])];
  const own = [askByAuthor(article), askAsInvited(article)].filter(isSound);
  return [...new Set([...own, ...offered, ...askByTitle(article).filter(isSound), ...quoting])];
}

/** The best of them that is not to be avoided; the best, where all are. */
export function starterQuestion(
  article: ReadArticle,
  { avoid, proposed }: { readonly avoid?: ReadonlySet<string>; readonly proposed?: string } = {},
): string {
  const questions = starterQuestions(article, proposed);
  return questions.find((question) => !avoid?.has(question)) ?? questions[0] ?? withoutTitle;
}

function askByAuthor(article: ReadArticle): string | undefined {
  return findAuthorQuestion(article.text);
}

function askAsInvited(article: ReadArticle): string | undefined {
  const invitation = findClosingInvitation(article.text);
  const title = quotable(article.title);
  if (invitation === undefined || title === '') return undefined;
  return invitedQuestion(invitation, readTitlePhrases(article), `“${title}”`);
}

function askByTitle(article: ReadArticle): readonly string[] {
  if (announcementWords.test(cutAt(article.title, 300))) return [];
  const isQuestion = /\?\W*$/u.test(cutAt(article.title, 300));
  const phrases = readTitlePhrases({ ...article, title: cutAt(article.title, 300).replace(/\?\W*$/u, '') });
  return phrases.title === '' ? [] : titleQuestions(phrases, isQuestion);
}

function quoteTitle(article: ReadArticle): readonly string[] {
  const own = quotable(article.title);
  const title = own === '' ? quotable(summarise(article, 'short').sentences[0] ?? '') : own;
  if (title === '') return [withoutTitle];
  const isQuestion = /[?？؟]\W*$/u.test(cutAt(article.title, 300));
  const wordings = isQuestion ? quotingQuestion : announcementWords.test(title) ? quotingNews : quoting;
  return startingAnywhere(wordings, title).map((wording) => wording.replace('T', () => title));
}

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
  return `${(space > quotedLength / 2 ? cut.slice(0, space) : cut).replace(/[,;:–—-]$/u, '')}…`;
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
