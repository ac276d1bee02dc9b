// The figures and dates of an article that say most, each verbatim with what it measures: the clause it stands in. Read as one
// line beneath a summary, which may have left them out.

import { isAdministrative, isCallForPapers } from './callForPapers.ts';
import { detectLanguage } from './detectLanguage.ts';
import { hasVerb } from './finiteVerb.ts';
import { countWords } from './plainText.ts';
import { pointsBack } from './summary/pointsBack.ts';
import { listReadable } from './summary/readableSentences.ts';
import { listStems, listWords } from './summary/stems.ts';

/** Words of a figure with what it measures. */
const spanWords = { fewest: 3, most: 18 };

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';

const dayWords = `\\p{N}{1,2} (?:${months})|(?:${months}) \\p{N}{1,2}`;
const day = new RegExp(`\\b(?:${dayWords})\\b`, 'u');

/** What counts as a figure, the most telling first, with its worth. */
const kinds: readonly (readonly [RegExp, number])[] = [
  [/[$€£¥]\s?\p{N}[\p{N}.,]{0,12}(?: (?:thousand|million|billion|trillion))?/u, 3],
  [/\p{N}[\p{N}.,]{0,12}(?:\s?%| per ?cent\b| percentage points?\b)/u, 3],
  [/\p{N}[\p{N}.,]{0,12} (?:thousand|million|billion|trillion)\b/u, 3],
  [/\p{N}{1,3}(?:,\p{N}{3})+/u, 2],
  [
    /\b\p{N}[\p{N}.,]{0,6} (?:euros?|dollars?|pounds|tonnes?|tons?|kilometres?|miles|degrees|barrels|years|months|people|members|countries|jobs|votes|deaths)\b/u,
    2,
  ],
  [new RegExp(`\\b(?:${dayWords}|(?:${months}) \\p{N}{4})\\b`, 'u'), 1.5],
  [/\b(?:1[5-9]|20)\p{N}{2}\b/u, 1],
];

interface Figure {
  readonly text: string;
  readonly at: number;
  readonly worth: number;
}

/** At most `count` verbatim pieces of the article, in its order; none where it gives no figures. */
export function findKeyFigures(article: { readonly title: string; readonly text: string }, count = 3): string[] {
  if (!/\p{N}/u.test(article.text)) return [];
  const sentences = listReadable(article.text, article.title);
  const isEnglish = (detectLanguage(article.text) ?? 'en') === 'en';
  const isCall = isEnglish && isCallForPapers(article.title, article.text);
  const stems = sentences.map(({ text }) => listStems(listWords(text), true));
  const frequencies = new Map<string, number>();
  for (const stem of stems.flat()) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1);
  const figures = sentences.flatMap(({ text }, at) => {
    const own = stems[at] ?? [];
    const about = own.reduce((sum, stem) => sum + Math.log(frequencies.get(stem) ?? 1), 0) / (own.length || 1);
    // Of how papers are to be sent a call tells much, of which only the day matters.
    if (isCall && isAdministrative(text) && !day.test(text)) return [];
    const found = findFigure(text.slice(0, 600), isEnglish);
    return found === undefined ? [] : [{ ...found, at, worth: found.worth + about - at / sentences.length }];
  });
  const best = figures.toSorted((a, b) => b.worth - a.worth || a.at - b.at).slice(0, count);
  return best.sort((a, b) => a.at - b.at).map(({ text }) => text);
}

/** The most telling figure of a sentence with the clause around it. */
function findFigure(sentence: string, isEnglish: boolean): Omit<Figure, 'at'> | undefined {
  for (const [pattern, worth] of kinds) {
    const found = pattern.exec(sentence);
    if (found === null) continue;
    const text = clauseAround(sentence, found.index, found.index + found[0].length, isEnglish);
    if (text !== undefined) return { text, worth };
  }
  return undefined;
}

/** Small words that tie a clause to another, taken off its beginning. */
const ties = /^(?:(?:and|but|or|while|which|that|as|when|where|because|with|who|said|says|added|reported)\s)+/iu;

/** The shortest stretch between pauses that holds the figure and says what it measures; undefined where none can be quoted. */
function clauseAround(sentence: string, from: number, to: number, isEnglish: boolean): string | undefined {
  const pauses = [...sentence.matchAll(/[,;:](?= )| [–—-]{1,2} |[“”"]|[.?!…]+["”’)]*$/gu)];
  const starts = [0, ...pauses.map(({ index, 0: mark }) => index + mark.length)].filter((start) => start <= from);
  const ends = [...pauses.map(({ index }) => index), sentence.length].filter((end) => end >= to);
  let [first, last] = [starts.length - 1, 0];
  for (;;) {
    const clause = sentence.slice(starts[first], ends[last]).trim().replace(ties, '');
    const isWhole = first === 0 && last >= ends.length - 2;
    const words = countWords(clause);
    if (words > spanWords.most) return undefined;
    if (
      words >= spanWords.fewest &&
      saysWhat(clause) &&
      standsAlone(clause) &&
      (isEnglish ? isClause(clause) : isWhole)
    )
      return clause;
    if (first > 0) first -= 1;
    else if (last < ends.length - 1) last += 1;
    else return undefined;
  }
}

function standsAlone(clause: string): boolean {
  const isSpoken = /(?<!\p{L})(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our)(?!\p{L})|["“”?]/u.test(clause);
  return !isSpoken && !pointsBack(clause) && clause.split('(').length === clause.split(')').length;
}

/** Begins with whom or what it is about and has a verb: "For a ship worth 60 million" and "moved north in 2009" say too little. */
function isClause(clause: string): boolean {
  const isBroken = [cutEnd, cutBeginning, unnamed].some((sign) => sign.test(clause));
  const [, reported = clause] = /\b(?:says?|said|shows?|reports?|announced|found) that (.+)$/u.exec(clause) ?? [];
  return begins.test(clause) && !isBroken && [clause, reported].every((part) => hasVerb(part.replace(aside, '')));
}

const begins =
  /^(?:[\p{Lu}\p{N}$€£¥]|(?:the|an?|more than|nearly|almost|about|around|some|over|at least|up to|only) )/u;
const cutEnd =
  /\b(?:an?|the|if|had|has|have|is|are|was|were|be|entitled|called|that|to|of|by|in|with|and|or|said|says|than)$/u;
/** The end of an address or of an age, or who says it. */
const cutBeginning = /^(?:\p{N}+,|\p{L}+,) (?:\p{Ll}+ed|has|had|is|was|\p{Ll}+s)\b|^\p{L}+ says?,|^\p{N}+, /u;
/** Somebody or something that another sentence names. */
const unnamed = /(?<!\p{L})(?:he|she|they|them|him|it|these|those|this|others)(?!\p{L})|^one (?:is|was) /iu;
/** Says something of a noun, and leaves the clause without its own verb. */
const aside =
  /,? (?:(?:who|whom|which|when|if|where|while)\b|(?<!(?:says?|said|shows?|reports?|announced|found) )that\b)[^,]*,?/gu;

/** Whether there is a noun or a name besides the figure: two words that are neither small nor numbers. */
function saysWhat(clause: string): boolean {
  const telling = listStems(listWords(clause), true).filter((stem) => !/^\p{N}/u.test(stem) && !units.has(stem));
  return telling.length >= 2;
}

const units = new Set(
  listStems(
    `thousand million billion trillion percent per cent ${months.replaceAll('|', ' ').toLowerCase()}`.split(' '),
    true,
  ),
);
