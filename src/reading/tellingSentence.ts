// The sentence of a text without a title that tells best what it is about, short enough to stand in a question. What is too long
// ends with its first clause.

import { hasVerb } from './finiteVerb.ts';
import { titleWords } from './mainClaim.ts';
import { countWords } from './plainText.ts';
import { properWords } from './properNames.ts';
import type { ReadArticle } from './summarise.ts';
import { pointsBack } from './summary/pointsBack.ts';
import { listReadable } from './summary/readableSentences.ts';

/** Characters that fit a question; words that a clause needs to tell something; sentences that are looked at. */
const longest = 158;
const fewestWords = 6;
const lookedAt = 4;
/** The same where the language is not known: characters and sentences. */
const shortest = 40;
const lookedAtInFull = 25;

/** Cannot be understood alone, or is said by somebody who is not named. */
const isBound =
  /(?<!\p{L})(?:i|me|my|we|us|our|you|your|here|too|this(?! (?:week|month|year|morning|season|summer|winter)(?!\p{L}))|these|those)(?!\p{L})|[?:]|\.\.|["“][^"”]{30}|\((?:left|right|pictured|above)|, (?:\p{L}+ )?(?:left|right),|^(?:no one|according to)\b/iu;
const isUpperUs = /(?<!\p{L})US(?!\p{L})/gu;
/** Leans on a sentence before it, unless it is the first. */
const leans =
  /^(?:(?:The|Both|Such|Some|Other|\p{L}+ other) \p{Ll}|One |Another |Only |Just |When |While |As |If |After |Since |Because |Once |\p{Lu}\p{Ll}+ly\b)|(?<!\p{L})(?:also|however|instead|though|things|such|it)(?!\p{L})/u;
/** What stands before its main clause: cut off, it would be all that is left. */
const opensLate =
  /^(?:when|if|as(?! (?:many|much|few) as)|after|before|while|although|though|since|because|despite|for|in|on|at|by|with|from|during|under|among|amid|until|once|to|not|unlike|like|whether|what|how|following|according|throughout|even|earlier|last|usually)\b|^\p{L}+(?:ing|ed) |^\p{L}+ (?:years?|months?|weeks?|days?|hours?) /iu;
const clauseEnd =
  /,(?= )|;| [–—-]{1,2} | (?=(?:after|amid|because|despite|following|when|while) )|(?<! (?:sa(?:id|ys?)|claim(?:s|ed)?|evidence|found|show(?:s|ed|n)?|believe[sd]?|told|announced|warn(?:s|ed)?|report(?:s|ed)?|proposition|fact|idea|so|as|all|than|those|some)(?: \p{Lu}\p{Ll}{2,5}day)?) (?=(?:that|who|which|where) )/gu;

/** Verbatim, without its full stop, `…` after one that was cut; undefined where none surely can be understood alone. */
export function findTellingSentence(article: ReadArticle, names: readonly string[]): string | undefined {
  const text = article.text === '' ? article.teaser : article.text;
  const quotes = listReadable(text, article.title)
    .slice(0, lookedAt)
    .flatMap((sentence, at) => {
      const quote = at > 0 && leans.test(sentence.text) ? undefined : shorten(sentence.text);
      return quote === undefined ? [] : [{ quote, at }];
    });
  const naming = quotes.find(({ quote, at }) =>
    at === 0 ? isNaming(quote) : names.some((name) => quote.includes(lastWord(name))),
  );
  return (naming ?? quotes.find(({ at }) => at === 0 || names.length === 0))?.quote;
}

/** "dieser Aspekt", "cette loi", or said to readers: in the languages that are known. */
const pointing =
  /(?<!\p{L})(?:dies\p{L}*|hier|cet|cette|ces|quest[aeio]|est[ae]s?|ess[ae]s?|isto|isso|dit|deze|это\p{L}*|эт[аиу]|nesta|neste|ini|itu|sie|ihnen|vous|vocês?|seus?|ustede?s?|вам|вас|вы|мы|нам)(?!\p{L})/iu;

/** In any language: the one that has most words of the title in it, or of a text without one the first that may stand alone; whole, if any can be. */
export function findSentenceOnTitle(article: ReadArticle): string | undefined {
  const text = article.text === '' ? article.teaser : article.text;
  const sentences = listReadable(text, article.title)
    .slice(0, lookedAtInFull)
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
  return isUntitled ? fitting.find(({ at }) => at < lookedAt)?.words : undefined;
}

/** Begins as a sentence does, not with "and" or "but", and has no sentence, question or speech within. */
const isWhole = /^(?!(?:А|И|Но|То) )\p{Lu}(?:(?!\p{N}\. )[^?:;()"“”„«»|…])*…?$/u;

/** What is too long ends where its last clause that fits does, with `…`. */
function cutAtComma(sentence: string): string {
  if (sentence.length <= longest) return sentence;
  const end = Math.max(...[', ', '; ', ': '].map((mark) => sentence.lastIndexOf(mark, longest)));
  return end < shortest ? sentence : `${sentence.slice(0, end)}…`;
}

function isNaming(quote: string): boolean {
  return / \p{Lu}/u.test(quote) || properWords.has((quote.split(' ')[0] ?? '').toLowerCase());
}

function shorten(sentence: string): string | undefined {
  if (pointsBack(sentence) || !/^[\p{Lu}\p{N}]/u.test(sentence)) return undefined;
  const whole = sentence.replace(/[.!]$/u, '');
  if (opensLate.test(whole) && isUnnamed.test(whole)) return undefined;
  if (whole.length <= longest) return isTelling(whole) ? whole : undefined;
  if (opensLate.test(whole)) return undefined;
  const ends = [...whole.matchAll(clauseEnd)].map(({ index }) => index).filter((end) => end <= longest);
  const clause = ends
    .reverse()
    .map((end) => whole.slice(0, end))
    .find((part) => isTelling(part) && part.split(/ [–—-]{1,2} /u).length === 1);
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

/** "At times, he …": nobody is named before. */
const isUnnamed = /^[^ ]+(?: \P{Lu}*?)? (?:he|she|they)(?!\p{L})/u;

function isPaired(clause: string): boolean {
  const count = (mark: string): number => clause.split(mark).length;
  return count('(') === count(')') && count('“') === count('”') && count('"') % 2 === 1;
}

function lastWord(name: string): string {
  return name.split(' ').at(-1) ?? name;
}
