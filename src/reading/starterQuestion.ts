// The one question that opens the discussion of an article: the author's own, else the society's invitation, else one made
// of the title, else one that quotes the title. Invariant: exactly one question mark, at the end, and at most 240 characters.

import { findAgenda, findTitleSubject, withoutDay } from './agenda.ts';
import { type ArticleKind, findArticleKind, findToldKind, label } from './articleKind.ts';
import { findAuthorQuestion, questionLength } from './authorQuestion.ts';
import { findClosingInvitation } from './cleanText.ts';
import { detectLanguage } from './detectLanguage.ts';
import { findEventSubject } from './eventSubject.ts';
import { invitedQuestion } from './invitedQuestion.ts';
import { type Claim, findClaim } from './mainClaim.ts';
import { findMainNames } from './mainNames.ts';
import { countWords, cutAt, squeeze } from './plainText.ts';
import { questionFaults } from './questionFaults.ts';
import {
  agendaQuestions,
  anyQuestions,
  claimQuestions,
  clauseQuestions,
  quotingQuestions,
  quotingSentence,
  subjectQuestions,
} from './quotingQuestions.ts';
import type { ReadArticle } from './summarise.ts';
import { findSentenceOnTitle, findTellingSentence } from './tellingSentence.ts';
import { plainTitle, readTitlePhrases } from './titlePhrase.ts';
import { startingAnywhere, type TitleQuestions, titleQuestions } from './titleQuestion.ts';

/** Characters of a title that a question quotes. */
const quotedLength = 120;

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
  const kind = foreign ? 'foreign' : findArticleKind(article);
  const quoting = quoteTitle(article, kind);
  if (foreign) return [...new Set([...offered, ...askOnSentence(article), ...quoting])];
  const invited = inviting.has(kind) ? undefined : askAsInvited(article);
  const byTitle = askByTitle(article, kind);
  const isQuoting = invited?.includes('“') === true;
  const byInvitedTitle = isQuoting && needsSentence.has(kind) ? invited : undefined;
  const own = [askByAuthor(article), isQuoting ? undefined : invited].filter(isSound);
  const claim = silent.has(kind) ? undefined : findClaim(article);
  const argued = claim?.isArguable === true ? askOnClaim(claim) : [];
  const made = [...byTitle.pointed, ...askOnClause(article, kind), ...argued, ...byTitle.broad, byInvitedTitle].filter(
    isSound,
  );
  return [...new Set([...own, ...offered, ...made, ...quoting])];
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
const arguable: ReadonlySet<ArticleKind> = new Set(['account', 'essay', 'guide', 'news', 'report', 'text']);

/** Kinds of which an invitation to say what one thinks asks no more than it says. */
const inviting: ReadonlySet<ArticleKind> = new Set([
  'event',
  'meeting',
  'minutes',
  'call',
  'candidates',
  'vacancy',
  'issue',
]);

/** Kinds that are asked about as what they are, whatever is said in them. */
const silent: ReadonlySet<ArticleKind> = new Set([
  ...inviting,
  'gathering',
  'cancelled',
  'fact',
  'advice',
  'award',
  'elected',
  'farewell',
  'memory',
  'offers',
  'harm',
  'crime',
  'sport',
  'portrait',
  'foreign',
]);

/** Kinds whose titles may say what their author holds. */
const claiming: ReadonlySet<ArticleKind> = new Set(['essay', 'opinion']);

/** Kinds whose titles may be a mere name; and how many words such a name has. */
const needsSentence: ReadonlySet<ArticleKind> = new Set(['essay', 'news', 'report', 'text']);
const dimWords = 3;

const explains = /^(?:why|how) (?!to\b)(?!.*\?)/iu;
const asksForFact =
  /^(?:what (?:is|are|was|were)|when|where|who (?:is|are|was|were)|how (?:many|much|old|long|far))\b/iu;

function askByAuthor(article: ReadArticle): string | undefined {
  return findAuthorQuestion(article.text);
}

function askAsInvited(article: ReadArticle): string | undefined {
  const invitation = findClosingInvitation(article.text);
  const title = quotable(article.title);
  if (invitation === undefined || title === '') return undefined;
  return invitedQuestion(invitation, readTitlePhrases(article), `“${title}”`);
}

function askByTitle(article: ReadArticle, kind: ArticleKind): TitleQuestions {
  const plain = withoutDay(cutAt(article.title, 300).replace(label, ''));
  const isQuestion = /\?\W*$/u.test(plain);
  const none: TitleQuestions = { pointed: [], broad: [] };
  if (kind === 'fact' || (!arguable.has(kind) && !isQuestion)) return none;
  const phrases = readTitlePhrases({ ...article, title: plain.replace(/\?\W*$/u, '') });
  return phrases.title === ''
    ? none
    : titleQuestions(phrases, { isQuestion, isReport: kind === 'news' || kind === 'report' });
}

/** Of a text in another language a sentence is quoted as it stands. */
function askOnSentence(article: ReadArticle): readonly string[] {
  const words = findSentenceOnTitle(article);
  return words === undefined ? [] : claimQuestions({ words, isArguable: false }).filter(isSound);
}

/** A title that is a sentence is the claim, however its words are to be written within another. */
const clause =
  /^(?!(?:when|where|what|who|whose|which|why|here|this|these|that|those|how|if|as|it|there|your|you|my|we|i)\b)(?:(?!who|that|which|where|how|what|why)[\p{L}\d’'&-]+ ){1,7}(?:is|are|cannot|can|could|will|would|should|must|isn['’]t|aren['’]t|can['’]t|won['’]t|doesn['’]t|don['’]t|shouldn['’]t|needs?) (?!.*[:;“”"?!…\d]).+$/iu;

/** What nobody writes who only tells what happened. */
const demanding = /\b(?:must|should|needs? to|cannot|can['’]t|would|(?:is|are) not|isn['’]t|aren['’]t)\b/iu;

function askOnClause(article: ReadArticle, kind: ArticleKind): readonly string[] {
  const title = quotable(cutAt(article.title, 300).replace(label, ''));
  const isClaiming = claiming.has(kind) || (kind === 'text' && demanding.test(title));
  if (!isClaiming || !clause.test(title)) return [];
  return startingAnywhere(clauseQuestions(`“${title}”`), title);
}

function askOnClaim(claim: Claim): readonly string[] {
  return startingAnywhere(claimQuestions(claim), claim.words);
}

function quoteTitle(article: ReadArticle, kind: ArticleKind): readonly string[] {
  const title = quotable(withoutDayOf(article.title, kind).replace(label, '').replace(comesOut, ''));
  if (title === '') return askWithoutTitle(article);
  const quoted = `“${title}”`;
  const any = startingAnywhere(anyQuestions(quoted), title);
  const own = startingAnywhere(quotingQuestions(asking(withoutDayOf(article.title, kind), kind), quoted), title);
  const telling = [...explainTitle(article, kind, title), ...askOnSubject(article, kind, title)];
  return [...telling, ...own, ...any].filter(isSound);
}

/** The day of a meeting tells its notes apart, but is no part of a subject or a question. */
function withoutDayOf(title: string, kind: ArticleKind): string {
  const plain = withoutDay(cutAt(title, 1000));
  return plain !== '' && (kind === 'meeting' || plain.endsWith('?')) ? plain : cutAt(title, 1000);
}

/** A title that asks, or says that it explains, is answered, whatever kind its text is of. */
function asking(title: string, kind: ArticleKind): ArticleKind | 'question' | 'explanation' {
  if (explains.test(title) && arguable.has(kind) && kind !== 'report') return 'explanation';
  if (!/[?？؟]\W*$/u.test(cutAt(title, 300)) || kind === 'fact' || kind === 'offers') return kind;
  return asksForFact.test(title) ? 'explanation' : 'question';
}

/** "Opening Bell 14.3.31" says nothing by itself, and of some titles nothing tells what may be asked about them. */
function explainTitle(article: ReadArticle, kind: ArticleKind, title: string): readonly string[] {
  const isClear = kind !== 'text' && countWords(title) > dimWords;
  return isClear || !needsSentence.has(kind) || title.endsWith('?') ? [] : askOnTelling(article);
}

/** By the sentence that tells what a text is about, as fits what it tells. */
function askOnTelling(article: ReadArticle): readonly string[] {
  const text = article.text === '' ? article.teaser : article.text;
  const sentence = quotable(findTellingSentence(article) ?? '', questionLength);
  if (sentence === '') return [];
  const kind = findToldKind(sentence, text);
  const fitting = quotingSentence(kind, `“${sentence}”`).filter(isSound);
  return [...startingAnywhere(fitting, text.slice(0, 200)), ...quotingSentence('text', `“${sentence}”`)];
}

/** "May Community Call" does not say what it is on; where the text or the notes of its points do, that is asked about. */
function askOnSubject(article: ReadArticle, kind: ArticleKind, title: string): readonly string[] {
  if (kind !== 'event' && kind !== 'meeting' && kind !== 'minutes') return [];
  const named = kind === 'minutes' ? undefined : findEventSubject(article.text);
  const subject = named ?? findTitleSubject(article.title);
  if (subject !== undefined) {
    const isTold = named === undefined || title.toLowerCase().includes(subject.toLowerCase());
    const quoted = `“${quotable(subject)}”`;
    return subjectQuestions(kind, isTold ? quoted : `${quoted} at the event “${title}”`);
  }
  const points = findAgenda(article.text).map((point) => `“${point}”`);
  const [only, ...others] = points;
  if (only === undefined) return [];
  // One word, as "Training", heads what many meetings have.
  if (others.length === 0) return kind === 'minutes' && only.includes(' ') ? subjectQuestions(kind, only) : [];
  return agendaQuestions(kind, `${points.slice(0, -1).join(', ')} or ${points.at(-1)}`);
}

/** By the sentence that tells what it is about, else by the name it comes back to. */
function askWithoutTitle(article: ReadArticle): readonly string[] {
  const text = article.text === '' ? article.teaser : article.text;
  const telling = askOnTelling(article);
  const about = findMainNames(text)
    .slice(0, 1)
    .flatMap((name) => fillIn(aboutNames, 'N', name));
  const claim = telling.length === 0 ? findClaim(article) : undefined;
  const isWhole = claim !== undefined && /^\P{Ll}/u.test(claim.words);
  const claimed = isWhole ? claimQuestions({ ...claim, isArguable: false }) : [];
  const other = [claimed, about, anyQuestions('this article')].flatMap((wordings) =>
    startingAnywhere(wordings, text.slice(0, 200)),
  );
  return [...telling, ...other].filter(isSound);
}

function fillIn(wordings: readonly string[], sign: string, words: string): readonly string[] {
  return wordings.map((wording) => wording.replace(sign, () => words));
}

/** Words that a quotation should not break off with. */
const dangling =
  /(?: (?:the|an?|of|in|on|at|to|for|with|and|or|but|by|from|as|that|than|its|their|his|her|is|are|was|were))+$/iu;

/** A title as it may stand between quotation marks: no question mark, inner marks single, cut at a word. */
function quotable(title: string, most = quotedLength): string {
  const plain = plainTitle(title)
    .replace(/ ?[?？؟⁇⁈⁉]{1,9} (?=[\p{L}\p{N}])/gu, ': ')
    .replace(/[?？؟⁇⁈⁉]/gu, '')
    .replace(/(^|[\s(‘])"/gu, '$1‘')
    .replace(/["“”„«»]/gu, (mark) => (/[“„«]/u.test(mark) ? '‘' : '’'))
    .trim();
  if (plain.length <= most) return plain;
  const cut = cutAt(plain, most);
  const space = cut.lastIndexOf(' ');
  const whole = space > most / 2 ? cut.slice(0, space) : cut;
  return `${whole.replace(dangling, '').replace(/[,;:–—-]$/u, '')}…`;
}

/** A text of so many words in English has one of its commonest near its beginning. */
const sampleWords = 60;

/** Patterns are English; a title in another language is only quoted. */
function isForeign(article: ReadArticle): boolean {
  const named = article.language?.slice(0, 2).toLowerCase();
  const text = article.text === '' ? article.teaser : article.text;
  const detected = detectLanguage(`${article.title}. ${text}`);
  if (detected !== undefined) return detected !== 'en';
  const sample = squeeze(cutAt(text, 600));
  if (countWords(sample) >= sampleWords && !/\b(?:the|of|and|to|is|for)\b/iu.test(sample)) return true;
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
