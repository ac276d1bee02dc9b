// The sentence of a text without a title that tells best what it is about, short enough to stand in a question. What is too long
// ends with its first clause.

import { hasVerb } from './finiteVerb.ts';
import { titleWords } from './mainClaim.ts';
import { countWords } from './plainText.ts';
import type { ReadArticle } from './summarise.ts';
import { pointsBack } from './summary/pointsBack.ts';
import { listReadable } from './summary/readableSentences.ts';

/** Characters that fit a question. */
const longest = 205;
/** Of a sentence that tells more than its setting, as "In the 1950s it was cancer". Characters. */
const shortestTelling = 40;
/** Words that a clause needs to tell something. */
const fewestWords = 5;
/** A sentence of so many words surely tells something, be its verb known or not. */
const enoughWords = 8;
/** Sentences that are looked at. */
const lookedAt = 30;
/** Where the language is not known: characters of a sentence, and among how many one stands that tells of a text without a title. */
const shortest = 40;
const firstFew = 4;

/** Cannot be understood alone, is said by somebody who is not named, or belongs to a picture or a list. */
const isBound =
  /(?<!\p{L})(?:i|me|my|we|us|our|you|your|here|these|those)(?!\p{L})|[?:[\]]|\.\.|(?<![^\s(])["“][^"”]{60}|\((?:left|right|pictured|above)|, (?:\p{L}+ )?(?:left|right),|^(?:why|how|what|if) |^[^,]{0,60} (?:said|says|asked|added|explained|recalled)$/iu;
/** Of one that is not named before: "On the quay they waited". */
const isUnnamed =
  /^(?:On|In|At|By|With|For|From|During|After|Before|When|While|As|If|Then|Now|Once|Yesterday|Today|Last) (?:\P{Lu}*? )?(?:he|she|they)(?!\p{L})/u;
/** May be a first sentence. */
const opensWell =
  /^(?:There|Another|Both)\b|^It (?:has been|is (?:claimed|said|reported|believed)|does(?:n['’]t| not)|took)\b/u;
/** Leans on a sentence before it, unless it is the first. */
const leans =
  /(?<!\p{L})(?:also|too|however|instead|such|things|[Ff]or (?:example|instance)|[Tt]he (?:next|following|same|latter|former))(?!\p{L})|^(?:One|Another|Some|Others|Both)(?!\p{L})|^The \p{Ll}+(?:,| (?:is|are|was|were|has|have|had|will|would|could|can|may|came|took|occurred|happened|began))(?!\p{L})(?! that)|^According to (?:him|her|them)(?!\p{L})|(?<!\p{L})(?:is|are) now (?:available|online|open)(?!\p{L})|^The (?:discussion|meeting|session|workshop|event|call) (?:included|was attended)(?!\p{L})/u;
const isUpperUs = /(?<!\p{L})US(?!\p{L})/gu;
/** What stands before a main clause: cut off, it would be all that is left. */
const opensLate =
  /^(?:when|if|as(?! (?:many|much|few) as)|after|before|while|although|though|since|because|despite|for|in|on|at|by|with|from|during|under|among|amid|until|once|to|not|unlike|like|whether|what|how|following|according|throughout|even|earlier|last|usually|today)\b|^\p{L}+(?:ing|ed) |^\p{L}+ (?:years?|months?|weeks?|days?|hours?) /iu;
const relativeClause = /,? (?:that|who|whose|which|where)(?!\p{L}).*$/u;
/** Where a sentence may end that has no clause to leave out. */
const phraseEnd = / (?=(?:at|on|in|for|with|during|since|over|among|between) )/gu;
const clauseEnd = /,(?= )|;| [–—-]{1,2} | (?=(?:after|amid|because|despite|following|when|while) )/gu;

/** Verbatim, without its full stop, `…` after one that was cut; undefined where none can be understood alone. */
export function findTellingSentence(article: ReadArticle): string | undefined {
  const text = article.text === '' ? article.teaser : article.text;
  const quotes = listReadable(text, article.title)
    .slice(0, lookedAt)
    .flatMap(({ text: sentence }, at) => {
      if (at === 0)
        return opensWell.test(sentence) || !pointsBack(sentence) ? shorten(sentence, [clauseEnd, phraseEnd]) : [];
      return pointsBack(sentence) || leans.test(sentence) ? [] : shorten(sentence, [clauseEnd]);
    });
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
  return isUntitled ? fitting.find(({ at }) => at < firstFew)?.words : undefined;
}

/** Begins as a sentence does, not with "and" or "but", and has no sentence, question or speech within. */
const isWhole = /^(?!(?:А|И|Но|То) )\p{Lu}(?:(?!\p{N}\. )[^?:;()"“”„«»|…])*…?$/u;

/** What is too long ends where its last clause that fits does, with `…`. */
function cutAtComma(sentence: string): string {
  if (sentence.length <= longest) return sentence;
  const end = Math.max(...[', ', '; ', ': '].map((mark) => sentence.lastIndexOf(mark, longest)));
  return end < shortest ? sentence : `${sentence.slice(0, end)}…`;
}

/** @returns none, or one */
function shorten(sentence: string, ends: readonly RegExp[]): readonly string[] {
  if (isUnnamed.test(sentence) || !/^(?!\d{1,2}\. |One (?:is|was) )[\p{Lu}\p{N}]/u.test(sentence)) return [];
  const whole = sentence.replace(/[.!]$/u, '');
  if (whole.length <= longest) return isTelling(whole) ? [whole] : [];
  const clause = ends
    .flatMap((end) => [...whole.matchAll(end)].map(({ index }) => whole.slice(0, index)).reverse())
    .filter((part) => part.length < longest && part.length > shortestTelling)
    .find(isSaid);
  return clause === undefined ? [] : [`${clause.replace(/[,;:]$/u, '')}…`];
}

/** It has its main clause, and that one has its verb. */
function isSaid(part: string): boolean {
  const main = opensLate.test(part) ? part.slice(`${part}, `.indexOf(', ')) : part;
  return isTelling(part) && hasVerb(main.replace(relativeClause, ''));
}

function isTelling(clause: string): boolean {
  const plain = clause.replace(isUpperUs, 'U.S.');
  return (
    countWords(clause) >= fewestWords &&
    !isBound.test(plain) &&
    (countWords(clause) >= enoughWords || hasVerb(clause)) &&
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
