// The one question that opens the discussion of an article: the author's own, else the society's invitation, else one made
// of the title, else one that quotes the title. Invariant: exactly one question mark, at the end, and at most 240 characters.

import { withoutDay } from './agenda.ts';
import { type ArticleKind, findArticleKind, label } from './articleKind.ts';
import { findAuthorQuestion } from './authorQuestion.ts';
import { findClosingInvitation } from './cleanText.ts';
import { detectLanguage } from './detectLanguage.ts';
import { findGermanKind, findGermanQuestions } from './germanArticle.ts';
import { invitedQuestion } from './invitedQuestion.ts';
import { findClaim } from './mainClaim.ts';
import { countWords, cutAt, squeeze } from './plainText.ts';
import { questionFaults } from './questionFaults.ts';
import type { QuestionWordings } from './questionWordings.ts';
import { claimQuestions, clauseQuestions, wordingsIn } from './quotingQuestions.ts';
import { arguable, isSound, needsSentence, quotable, quoteTitle } from './quotingTitle.ts';
import type { ReadArticle } from './summarise.ts';
import { findSentenceOnTitle } from './tellingSentence.ts';
import { readTitlePhrases } from './titlePhrase.ts';
import { startingAnywhere, type TitleQuestions, titleQuestions } from './titleQuestion.ts';

export interface Asking {
  /** BCP 47, of those who are asked; what is quoted stays as it is. */
  readonly language?: string;
  /**
   * One that somebody thought of who has read the article, in its language; taken where that is theirs, too, and questionFaults finds
   * nothing wrong with it, unless the article ends with a question or an invitation of its own.
   */
  readonly proposed?: string | undefined;
}

/** Questions on the article for its discussion, best first and each once, at least one; the same for the same article. */
export function starterQuestions(article: ReadArticle, asking: Asking = {}): readonly string[] {
  const { language = 'en', proposed } = asking;
  const spoken = primarySubtag(language);
  const wordings = wordingsIn(spoken);
  const written = findLanguage(article);
  const isUsable = written === spoken && proposed !== undefined && questionFaults(proposed, article).length === 0;
  const offered = isUsable ? [proposed] : [];
  const kind = findKind(article, written);
  const quoting = quoteTitle(article, { kind, wordings, isEnglish: written === 'en' });
  if (written !== 'en') {
    const isRead = spoken === written;
    const asked = isRead && written === 'de' ? findGermanQuestions(article).filter(isSound) : [];
    const telling = isRead && kind === 'foreign' ? askOnSentence(article, wordings) : [];
    return [...new Set([...asked, ...offered, ...telling, ...quoting])];
  }
  const argued = silent.has(kind) ? [] : askOnClaim(article, wordings);
  // Titles and invitations in English are made questions in English.
  const made = spoken === 'en' ? askByWords(article, kind, argued) : { own: [], other: argued };
  const own = [askByAuthor(article), ...made.own].filter(isSound);
  return [...new Set([...own, ...offered, ...made.other.filter(isSound), ...quoting])];
}

/** Whether one that is proposed in the language of the article could be asked. */
export function takesProposed(article: ReadArticle, language: string): boolean {
  return findLanguage(article) === primarySubtag(language);
}

/** The best of them that is not to be avoided; the best, where all are. */
export function starterQuestion(
  article: ReadArticle,
  { avoid, ...asking }: Asking & { readonly avoid?: ReadonlySet<string> } = {},
): string {
  const questions = starterQuestions(article, asking);
  return questions.find((question) => !avoid?.has(question)) ?? questions[0] ?? '';
}

/** Kinds of which an invitation to say what one thinks asks no more than it says. */
const inviting: ReadonlySet<ArticleKind> = new Set([
  'event',
  'meeting',
  'minutes',
  'call',
  'callForPapers',
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
  'paper',
  'harm',
  'crime',
  'appointment',
  'discovery',
  'market',
  'plan',
  'ruling',
  'venture',
  'sport',
  'portrait',
  'foreign',
]);

/** Kinds whose titles may say what their author holds. */
const claiming: ReadonlySet<ArticleKind> = new Set(['essay', 'opinion']);

/** By what the society invites to, and by the words of the title. */
function askByWords(article: ReadArticle, kind: ArticleKind, argued: readonly string[]) {
  const invited = inviting.has(kind) ? undefined : askAsInvited(article);
  const byTitle = askByTitle(article, kind);
  const isQuoting = invited?.includes('“') === true;
  const byInvitedTitle = isQuoting && needsSentence.has(kind) ? invited : undefined;
  const pointed = [...byTitle.pointed, ...askOnClause(article, kind)];
  return {
    own: isQuoting ? [] : [invited],
    other: [...pointed, ...argued, ...byTitle.broad, byInvitedTitle],
  };
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

function askByTitle(article: ReadArticle, kind: ArticleKind): TitleQuestions {
  const plain = withoutDay(cutAt(article.title, 300).replace(label, ''));
  const isQuestion = /\?\W*$/u.test(plain);
  const none: TitleQuestions = { pointed: [], broad: [] };
  // "Lamps by Night: A Cure for Wrecks?" only hints at what its paper holds.
  const isHint =
    kind === 'paper' && !/^(?:what|which|who|why|how|when|where|do|does|is|are|can|could|should|will)\b/iu.test(plain);
  if (kind === 'fact' || isHint || (!arguable.has(kind) && !isQuestion)) return none;
  const phrases = readTitlePhrases({ ...article, title: plain.replace(/\?\W*$/u, '') });
  return phrases.title === ''
    ? none
    : titleQuestions(phrases, { isQuestion, isReport: kind === 'news' || kind === 'report' });
}

/** Of a text in another language a sentence is quoted as it stands. */
function askOnSentence(article: ReadArticle, wordings: QuestionWordings): readonly string[] {
  const words = findSentenceOnTitle(article);
  return words === undefined ? [] : claimQuestions(wordings, { words, isArguable: false }).filter(isSound);
}

/** A title that is a sentence is the claim, however its words are to be written within another. */
const clause =
  /^(?!(?:when|where|what|who|whose|which|why|here|this|these|that|those|how|if|as|it|there|your|you|my|we|i)\b)(?:(?!who|that|which|where|how|what|why)[\p{L}\d’'&-]+ ){1,7}(?:is|are|cannot|can|could|will|would|should|must|isn['’]t|aren['’]t|can['’]t|won['’]t|doesn['’]t|don['’]t|shouldn['’]t|needs?) (?!.*[:;“”"?!…\d]).+$/iu;

/** What nobody writes who only tells what happened. */
const demanding = /\b(?:must|should|needs? to|cannot|can['’]t|(?:is|are) not|isn['’]t|aren['’]t)\b/iu;

function askOnClause(article: ReadArticle, kind: ArticleKind): readonly string[] {
  const title = quotable(cutAt(article.title, 300).replace(label, ''));
  const isClaiming = claiming.has(kind) || (kind === 'text' && demanding.test(title));
  if (!isClaiming || !clause.test(title)) return [];
  return startingAnywhere(clauseQuestions(wordingsIn('en'), title), title);
}

function askOnClaim(article: ReadArticle, wordings: QuestionWordings): readonly string[] {
  const claim = findClaim(article);
  if (claim?.isArguable !== true) return [];
  return startingAnywhere(claimQuestions(wordings, claim), claim.words).filter(isSound);
}

/** "de" of "de-AT". */
function primarySubtag(language: string): string {
  return language.slice(0, 2).toLowerCase();
}

/** A text of so many words in English has one of its commonest near its beginning. */
const sampleWords = 60;
const unknown = 'und';

/** Patterns are English; of an article in another language little more than its title is asked about. */
function findLanguage(article: ReadArticle): string {
  const named = article.language && primarySubtag(article.language);
  const text = article.text === '' ? article.teaser : article.text;
  const detected = detectLanguage(`${article.title}. ${text}`);
  if (detected !== undefined) return detected;
  const sample = squeeze(cutAt(text, 600));
  if (countWords(sample) >= sampleWords && !/\b(?:the|of|and|to|is|for)\b/iu.test(sample)) return unknown;
  if (named !== undefined && named !== 'en') return named;
  return /[^\p{Script=Latin}\P{L}]/u.test(article.title) ? unknown : 'en';
}

function findKind(article: ReadArticle, language: string): ArticleKind {
  if (language === 'en') return findArticleKind(article);
  return (language === 'de' ? findGermanKind(article.title) : undefined) ?? 'foreign';
}
