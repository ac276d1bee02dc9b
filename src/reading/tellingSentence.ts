// The sentence of a text without a title that tells best what it is about, short enough to stand in a question. What is too long
// ends with its first clause.

import { hasVerb } from './finiteVerb.ts';
import { titleWords } from './mainClaim.ts';
import { countWords } from './plainText.ts';
import type { ReadArticle } from './summarise.ts';
import { pointsBack } from './summary/pointsBack.ts';
import { listReadable } from './summary/readableSentences.ts';

/** Characters that fit a question. */
const longest = 150;
/** Of a sentence that tells more than its setting, as "In the 1950s it was cancer". Characters. */
const shortestTelling = 40;
/** Words that a clause needs to tell something. */
const fewestWords = 5;
/** Sentences that are looked at. */
const lookedAt = 30;
/** Where the language is not known: characters of a sentence. */
const shortest = 40;

/** Cannot be understood alone, is said by somebody who is not named, or belongs to a picture. */
const isBound =
  /(?<!\p{L})(?:i|me|my|we|us|our|you|your|here|these|those)(?!\p{L})|[?:]|\.\.|["“][^"”]{60}|\((?:left|right|pictured|above)|, (?:\p{L}+ )?(?:left|right),/iu;
/** Leans on a sentence before it: "Also …", "On the quay they waited", "According to them …". */
const leans =
  /(?<!\p{L})(?:also|too|however|instead|such|things|[Ff]or (?:example|instance)|[Tt]he (?:next|following) (?:day|week|month|year))(?!\p{L})|^[^ ]+(?: \P{Lu}*?)? (?:he|she|they)(?!\p{L})|^According to (?:him|her|them)(?!\p{L})/u;
const isUpperUs = /(?<!\p{L})US(?!\p{L})/gu;
/** What stands before a main clause: cut off, it would be all that is left. */
const opensLate =
  /^(?:when|if|as(?! (?:many|much|few) as)|after|before|while|although|though|since|because|despite|for|in|on|at|by|with|from|during|under|among|amid|until|once|to|not|unlike|like|whether|what|how|following|according|throughout|even|earlier|last|usually|today)\b|^\p{L}+(?:ing|ed) |^\p{L}+ (?:years?|months?|weeks?|days?|hours?) /iu;
const relativeClause = /,? (?:that|who|whose|which|where)(?!\p{L}).*$/u;
const clauseEnd = /,(?= )|;| [–—-]{1,2} | (?=(?:after|amid|because|despite|following|when|while) )/gu;

/** Verbatim, without its full stop, `…` after one that was cut; undefined where none can be understood alone. */
export function findTellingSentence(article: ReadArticle): string | undefined {
  const text = article.text === '' ? article.teaser : article.text;
  const quotes = listReadable(text, article.title)
    .slice(0, lookedAt)
    .flatMap(({ text: sentence }) => shorten(sentence) ?? []);
  return quotes.find((quote) => quote.length >= shortestTelling) ?? quotes[0];
}

/** "dieser Aspekt", "cette loi", or said to readers: in the languages that are known. */
const pointing =
  /(?<!\p{L})(?:dies\p{L}*|hier|cet|cette|ces|quest[aeio]|est[ae]s?|ess[ae]s?|isto|isso|dit|deze|это\p{L}*|эт[аиу]|nesta|neste|ini|itu|sie|ihnen|vous|vocês?|seus?|ustede?s?|вам|вас|вы|мы|нам)(?!\p{L})/iu;

/** In any language: the one that has most words of the title in it, or of a text without one the first that may stand alone; whole, if any can be. */
export function findSentenceOnTitle(article: ReadArticle): string | undefined {
  const text = article.text === '' ? article.teaser : article.text;
  const sentences = listReadable(text, article.title)
    .slice(0, lookedAt)
    .map((sentence) => sentence.text.replace(/[.!]$/u, ''));
  const isOnTitle = titleWords(article.title);
  const isUntitled = article.title.trim() === '';
  return findMostOn(isOnTitle, sentences, isUntitled) ?? findMostOn(isOnTitle, sentences.map(cutAtComma), isUntitled);
}

function findMostOn(
  isOnTitle: (words: string) => number,
  sentences: readonly string[],
  isUntitled: boolean,
): string | undefined {
  const fitting = sentences
    .map((words, at) => ({ words, at, shared: isOnTitle(words) }))
    .filter(({ words }) => words.length >= shortest && words.length <= longest + 1)
    .filter(({ words }) => isWhole.test(words) && !pointsBack(words) && !pointing.test(words));
  const most = [...fitting].sort((one, other) => other.shared - one.shared)[0];
  if (most !== undefined && most.shared > 1) return most.words;
  return isUntitled ? fitting.find(({ at }) => at < 4)?.words : undefined;
}

/** Begins as a sentence does, not with "and" or "but", and has no sentence, question or speech within. */
const isWhole = /^(?!(?:А|И|Но|То) )\p{Lu}(?:(?!\p{N}\. )[^?:;()"“”„«»|…])*…?$/u;

/** What is too long ends where its last clause that fits does, with `…`. */
function cutAtComma(sentence: string): string {
  if (sentence.length <= longest) return sentence;
  const end = Math.max(...[', ', '; ', ': '].map((mark) => sentence.lastIndexOf(mark, longest)));
  return end < shortest ? sentence : `${sentence.slice(0, end)}…`;
}

function shorten(sentence: string): string | undefined {
  if (pointsBack(sentence) || leans.test(sentence) || !/^[\p{Lu}\p{N}]/u.test(sentence)) return undefined;
  const whole = sentence.replace(/[.!]$/u, '');
  if (whole.length <= longest) return isTelling(whole) ? whole : undefined;
  if (opensLate.test(whole)) return undefined;
  const clause = [...whole.matchAll(clauseEnd)]
    .map(({ index }) => whole.slice(0, index))
    .filter((part) => part.length < longest)
    .reverse()
    .find((part) => isTelling(part) && hasVerb(part.replace(relativeClause, '')));
  return clause === undefined ? undefined : `${clause.replace(/[,;:]$/u, '')}…`;
}

function isTelling(clause: string): boolean {
  const plain = clause.replace(isUpperUs, 'U.S.');
  return (
    countWords(clause) >= fewestWords &&
    !isBound.test(plain) &&
    hasVerb(clause) &&
    isPaired(clause) &&
    !isRunOn.test(clause)
  );
}

/** "ferry. two": a full stop within shows that two sentences were taken for one. */
const isRunOn = /\p{Ll}{2}\. \p{Ll}|\p{Ll}[.!]['’"]?\p{Lu}/u;

function isPaired(clause: string): boolean {
  const count = (mark: string): number => clause.split(mark).length;
  return count('(') === count(')') && count('“') === count('”') && count('"') % 2 === 1;
}
