// A title, or a part of one, as it is written inside a sentence: "The China-North Korea Relationship" → "the China-North
// Korea relationship". Undefined where a capital may belong to a name or not: a title that is unsure is quoted instead.

import { cleanText } from './cleanText.ts';
import { attributes, countNouns, determiners, linkWords, massNouns, smallWords, verbs } from './knownWords.ts';
import { countWords, cutAt, hasFinalPunctuation, squeeze } from './plainText.ts';
import { properPhrases, properWords } from './properNames.ts';
import type { ReadArticle } from './summarise.ts';

/** Characters of an article that are looked at for how its words are written. */
const evidenceLength = 20_000;

/** Words of a phrase that a question can carry. */
const phraseWords = 12;

const irregularPlurals: ReadonlySet<string> = new Set(['people', 'women', 'men', 'children']);

/** How the article writes the words of its title. */
export interface TitlePhrases {
  /** The title as plain text on one line. */
  readonly title: string;
  /** Any part of the title, small where it may be; undefined when unsure. */
  lower(part: string): string | undefined;
  /** The same where the part can stand for a thing in a sentence: a noun phrase with the article it needs. */
  topic(part: string): string | undefined;
}

/** Reads how the article writes the words of its title. */
export function readTitlePhrases(article: ReadArticle): TitlePhrases {
  const title = plainTitle(article.title);
  const writing = readWriting(article, title);
  const lower = (part: string): string | undefined => lowerPhrase(squeeze(part), writing);
  return {
    title,
    lower,
    topic: (part) => {
      const phrase = lower(part);
      return phrase !== undefined && isNounPhrase(phrase.split(' ')) ? phrase : undefined;
    },
  };
}

/** Without emoji, markdown, the site's name and quotation marks around the whole. */
export function plainTitle(title: string): string {
  const text = squeeze(
    cutAt(title, 1000).replace(
      /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\ufe0f|\u200d|#(?!\d)|[*_`~<>\\|[\]{}]/gu,
      (mark) => (mark === '|' ? ' | ' : /[<>[\]{}#]/u.test(mark) ? ' ' : ''),
    ),
  );
  const [first = '', second = ''] = text.split(' | ').filter((part) => /[\p{L}\p{N}]/u.test(part));
  // What is short before a longer part says where it belongs: "Fair 2031 | A lamp made of salt and paper".
  const own = countWords(first) < 5 && countWords(second) > countWords(first) ? second : first;
  const quoted = /^["“„«]([^"“”„«»]+)["”“»]$/u.exec(own)?.[1] ?? own;
  return quoted.replace(/[.:;,–—!！。-]{1,20}$/u, '').trim();
}

interface Writing {
  readonly isTitleCase: boolean;
  readonly first: string;
  readonly text: string;
  readonly small: ReadonlySet<string>;
  readonly capital: ReadonlySet<string>;
}

function readWriting(article: ReadArticle, title: string): Writing {
  const lines = cleanText(cutAt(`${article.teaser}\n\n${article.text}`, evidenceLength))
    .split('\n')
    .filter(hasFinalPunctuation);
  const text = squeeze(lines.join(' '));
  const small = new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}\p{L}*/gu));
  const capital = new Set((text.match(/(?<=[\p{L}\p{N},)] )\p{Lu}\p{L}*/gu) ?? []).map((word) => word.toLowerCase()));
  const [first = '', ...rest] = title.split(' ');
  const telling = rest.filter((word) => /^\p{L}/u.test(word) && !smallWords.has(word.toLowerCase()));
  const capitals = telling.filter((word) => /^\p{Lu}/u.test(word));
  return { isTitleCase: capitals.length >= telling.length * 0.6, first, text, small, capital };
}

function lowerPhrase(part: string, writing: Writing): string | undefined {
  const words = part.split(' ');
  if (part === '' || words.length > phraseWords || /["“”?!…]/u.test(part)) return undefined;
  if (part.length > 3 && part === part.toUpperCase() && part !== part.toLowerCase()) return undefined;
  const names = findNames(part, words, writing);
  const lowered: string[] = [];
  for (const [at, word] of words.entries()) {
    const isTrusted = !writing.isTitleCase && word !== writing.first && at > 0;
    const small = names.has(at) || isTrusted ? word : lowerWord(word, writing);
    if (small === undefined) return undefined;
    lowered.push(small);
  }
  return lowered.join(' ').replace(/ & /gu, ' and ');
}

/** Positions of words that belong to a name of several words, known or written so in the article. */
function findNames(part: string, words: readonly string[], writing: Writing): Set<number> {
  const names = new Set<number>();
  const known = properPhrases.filter((name) => part.includes(name));
  for (let from = 0; from < words.length; from += 1) {
    for (let length = Math.min(5, words.length - from); length > 1; length -= 1) {
      const run = words
        .slice(from, from + length)
        .join(' ')
        .replace(/['’]s$|[,:;]$/u, '');
      const isWritten =
        (/^\p{Lu}.*[ -]\p{Lu}[\p{L}-]*$/u.test(run) &&
          !/^(?:The|A|An|In|On|Of|Your|Our|My|Its|Their) | (?!(?:of|the|and|de|for) )\p{Ll}+ /u.test(run) &&
          writing.text.includes(` ${run}`)) ||
        known.includes(run);
      if (isWritten) for (let at = from; at < from + length; at += 1) names.add(at);
    }
  }
  return names;
}

function lowerWord(word: string, writing: Writing): string | undefined {
  const parts = word.split(/([-–—/])/u).map((piece) => lowerPiece(piece, writing));
  return parts.every((piece) => piece !== undefined) ? parts.join('') : undefined;
}

function lowerPiece(piece: string, writing: Writing): string | undefined {
  if (!/^[(‘']?\p{Lu}/u.test(piece) || /\p{N}|\p{Lu}.*\p{Lu}/u.test(piece)) return piece;
  const small = piece.toLowerCase();
  const base = (/\p{L}+/u.exec(small)?.[0] ?? '').normalize();
  if (base === 'i') return piece;
  if (/^(?:north|south|east|west)$/u.test(base)) return piece;
  if (properWords.has(base) && !(base === 'may' || base === 'march' || base === 'turkey')) return piece;
  if (smallWords.has(base)) return small;
  if (writing.small.has(base)) return small;
  if (writing.capital.has(base) || properWords.has(base)) return piece;
  return isKnown(base) || verbs.has(base) ? small : undefined;
}

/** `policies` → `policy`. */
function singular(word: string): string {
  if (countNouns.has(word) || massNouns.has(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ises')) return `${word.slice(0, -2)}is`;
  return /(?:ch|sh|x|ss)es$/u.test(word) ? word.slice(0, -2) : word.replace(/s$/u, '');
}

function isNoun(word: string): boolean {
  return countNouns.has(singular(word)) || massNouns.has(singular(word));
}

function isKnown(word: string): boolean {
  return isNoun(word) || attributes.has(word);
}

/** `cross-country`, `non-bank`: every piece is known. */
function isCompound(word: string): boolean {
  const pieces = word.split(/[-–]/u);
  const isPiece = (piece: string): boolean =>
    /\p{Lu}/u.test(piece) || isKnown(piece) || smallWords.has(piece) || piece === 'non';
  return pieces.length > 1 && pieces.every(isPiece);
}

/** Every word is of a known class, the head is a noun, and a singular that needs an article has one. */
function isNounPhrase(words: readonly string[]): boolean {
  const bare = words.map((word) => word.replace(/['’]s?$|,$/gu, ''));
  const isName = (word: string): boolean => /\p{Lu}/u.test(word);
  const link = bare.findIndex((word, at) => at > 0 && linkWords.has(word));
  const head = bare[(link === -1 ? bare.length : link) - 1] ?? '';
  const last = bare.at(-1) ?? '';
  const isPart = (word: string, at: number): boolean =>
    isName(word) ||
    linkWords.has(word) ||
    determiners.has(word) ||
    isKnown(word) ||
    isCompound(word) ||
    (at > 0 && /^\d{4}$/u.test(word));
  if (!bare.every(isPart) || linkWords.has(last) || determiners.has(last) || linkWords.has(bare[0] ?? '')) return false;
  // "Community Call", "World Bank": a name that ends with such a noun has its article in front.
  const isNamedThing = isName(head) && isNoun(head.toLowerCase());
  if (!isName(head) && !isNoun(head)) return false;
  // "the school code of conduct report": what follows "of" wants its own article.
  const tail = bare.slice(bare.findLastIndex((word) => linkWords.has(word)) + 1);
  const isBareTail = tail.length < bare.length && tail.length > 1 && !determiners.has(tail[0] ?? '');
  const isSingularTail = !isName(last) && singular(last) === last && !massNouns.has(last);
  if (isBareTail && isSingularTail && tail.some(isName)) return false;
  const hasArticle =
    determiners.has(bare[0] ?? '') ||
    /['’]s?$/u.test(words[0] ?? '') ||
    (isName(bare[0] ?? '') && /['’]s/u.test(words.join(' ')));
  // "the all-new 2020 model": a thing with a year before its name has an article.
  if (!hasArticle && isName(head) && !isName(bare[0] ?? '') && bare.some((word) => /^\d{4}$/u.test(word))) return false;
  const small = head.toLowerCase();
  const isSingular = singular(small) === small && !irregularPlurals.has(small);
  const needsArticle = (!isName(head) || isNamedThing) && isSingular && countNouns.has(small) && !massNouns.has(small);
  return hasArticle || !needsArticle;
}
