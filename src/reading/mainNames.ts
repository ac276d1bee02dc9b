// Whom or what a text without a title is about: the names it comes back to, as they stand in it, from the one that says most.

import { smallWords, verbs } from './knownWords.ts';
import { squeeze } from './plainText.ts';
import { properWords } from './properNames.ts';

/** Characters that are looked at, and those within which whom a text is about is named first. */
const evidenceLength = 6000;
const earlyLength = 900;
/** Times the last word of a name stands in the text. */
const fewestMentions = 3;

const noName = new Set(
  (
    'the a an i he she it its they we you his her their our my this that these those there here but and so or yet if as at in on of to for from ' +
    'by with when while where what who why how after before since although though because however meanwhile according one two three many most ' +
    'some all no not now then also still even just mr mrs ms dr sir cnn afp reuters ap monday tuesday wednesday thursday friday saturday sunday ' +
    'january february march april may june july august september october november december president prime minister vice secretary senator ' +
    'governor mayor chairman coach judge captain sergeant officer professor internet god like editor police chief trooper scroll updated published follow image photo read via ' +
    'former yes oh well us muslim muslims jews video wife husband mother father miss king queen prince princess'
  ).split(' '),
);

const nameWord = "\\p{Lu}[\\p{L}’'-]{1,30}";
const particle = '(?:of |of the |de |van |von |von der |van der |bin |al[- ])?';
/** Not what a number follows: the name of a flight ends with it. */
const fullName = new RegExp(
  `(?:al-|al (?=Qaeda))?${nameWord}(?: ${particle}${nameWord}){0,4}(?![\\p{L}’'-]| \\d)`,
  'gu',
);

/** What has its article in front, although it is a name. */
const thing =
  /(?:^| )(?:Court|Department|Duchess|Duke|University|Ministry|Union|Council|Party|Front|Army|Navy|League|Committee|Commission|Association|Institute|Agency|Administration|Islands|Highlands|Nations|States|Times|Post|Guard|Brotherhood|Republic|Senate|Congress|Office|Prize|Museum|Embassy|Marathon|Peninsula|Bank)(?: of|$)/u;

/** At most two; the second only where it surely is a name and the text comes back to it nearly as often. */
export function findMainNames(text: string): readonly string[] {
  const plain = squeeze(text.slice(0, evidenceLength))
    .replace(/\([^()]{2,40}\)/gu, ' . ')
    .replace(/\bSecretary of State\b/gu, 'Secretary');
  const small = new Set(plain.match(/(?<![\p{L}])\p{Ll}\p{L}*/gu));
  const isCommon = (word: string): boolean => small.has(word.toLowerCase());
  const found = [...plain.matchAll(fullName)].flatMap(({ 0: words, index }) => {
    const name = trimName(words, isCommon);
    return name === undefined ? [] : [{ name, at: index }];
  });
  const mentions = countLastWords(found.map(({ name }) => name));
  const scores = new Map<string, number>();
  for (const { name, at } of found) {
    const count = mentions.get(lastWord(name)) ?? 0;
    if (at > earlyLength || count < fewestMentions || scores.has(name)) continue;
    if (!name.includes(' ') && isCommon(name)) continue;
    // A full name says more than a word of it, and what is named first more than what comes later.
    scores.set(name, count * (name.includes(' ') ? 1.6 : 1) * (at < earlyLength / 2 ? 1.3 : 1));
  }
  const ranked = [...scores].sort(([, one], [, other]) => other - one);
  const [first, ...rest] = ranked;
  if (first === undefined) return [];
  const second = rest.find(([name, score]) => !isSame(name, first[0]) && score * 2 >= first[1] && isSure(name));
  return [first, ...(second === undefined ? [] : [second])].map(([name]) => withArticle(inFull(name, plain), plain));
}

function isSame(one: string, other: string): boolean {
  return one.split(/[ -]/u).some((word) => other.split(/[ -]/u).includes(word));
}

/** A first name alone may be anybody's. */
function isSure(name: string): boolean {
  return name.includes(' ') || properWords.has(name.toLowerCase()) || /^\p{Lu}{3,}$/u.test(name);
}

/** Undefined where nothing is left that is surely a name: an adjective is none ("Chinese officials"). */
function trimName(found: string, isCommon: (word: string) => boolean): string | undefined {
  const words = found.replace(/['’]s?$/u, '').split(' ');
  while (words.length > 0 && isNoName(words[0] ?? '', words.length, isCommon)) words.shift();
  while (words.length > 0 && noName.has((words.at(-1) ?? '').toLowerCase())) words.pop();
  const name = words.join(' ');
  const isClipped = /['’](?:s|re|ve|ll|t|m|d)?(?: |$)/u.test(name) || /^(?!al[- ])\p{Ll}/u.test(name);
  return name.length < 3 || isClipped || isAdjective(lastWord(name)) ? undefined : name;
}

/** What stands before a name with a capital, of its own or as the first word of a sentence. */
function isNoName(word: string, count: number, isCommon: (word: string) => boolean): boolean {
  const small = word.toLowerCase();
  if (noName.has(small) || (smallWords.has(small) && small !== 'new') || verbs.has(small)) return true;
  if (count > 2 && isAdjective(word)) return true;
  if (small === 'new') return false;
  return (
    count > 1 &&
    !/\p{Lu}.*\p{Lu}/u.test(word) &&
    (isCommon(word) || /.{4}ing$/u.test(word)) &&
    !thing.test(`${word} of`)
  );
}

function isAdjective(word: string): boolean {
  const small = word.toLowerCase();
  if (
    /^(?:pakistan|iran|japan|sudan|jordan|michigan|vatican|afghanistan|ryan|ian|sean|dean|brian|susan|morgan|megan|evan|dan|jean|christian|dorian|adrian|julian|vivian|damian)$/u.test(
      small,
    )
  )
    return false;
  return /(?:nese|ish|ians?|eans?|icans?|ench|utch|reek|wiss|raqis?|raelis?|stanis?|lamic|hans?)$/u.test(small);
}

function lastWord(name: string): string {
  return name.split(' ').at(-1) ?? name;
}

function countLastWords(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(lastWord(name), (counts.get(lastWord(name)) ?? 0) + 1);
  return counts;
}

/** "Jackson" → "Thomas Jackson", where the text tells. */
function inFull(name: string, plain: string): string {
  if (name.includes(' ') || properWords.has(name.toLowerCase()) || !/\p{Ll}/u.test(name)) return name;
  const found = [...plain.matchAll(new RegExp(`(\\p{Lu}\\p{Ll}{2,20}) ${name}(?!\\p{L})`, 'gu'))];
  return found.find(({ 1: before = '' }) => !noName.has(before.toLowerCase()) && !isAdjective(before))?.[0] ?? name;
}

/** "the United Nations", where the text writes it so, or the name wants it. */
function withArticle(name: string, plain: string): string {
  if (thing.test(name) || (name.includes(' ') && isAdjective(name.split(' ')[0] ?? ''))) return `the ${name}`;
  // "the Marwick Prize" is not she.
  const count = (words: string): number => plain.match(new RegExp(`${words}(?! \\p{Lu})`, 'gu'))?.length ?? 0;
  const written = count(`the ${name}`);
  return written > 1 && written * 2 > count(name) ? `the ${name}` : name;
}
