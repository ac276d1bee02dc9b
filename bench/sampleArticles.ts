// Articles made up for measuring: words by Zipf's law, lengths as blogs have them, and subjects that come back. Always the same ones.

/** Different words; a large English corpus of this size has about as many. */
const vocabularySize = 50_000;
/** Words of half the articles; the rest spreads as lengths of blog posts do. */
const medianWords = 450;
const lengthSpread = 0.6;
const longestWords = 4_000;
/** Each subject has words of its own, from the rare half of the vocabulary. */
const subjects = 400;
const wordsOfSubject = 12;
/** Share of an article's words that belong to its subject. */
const subjectShare = 0.04;

export interface MadeArticle {
  readonly title: string;
  readonly text: string;
  readonly author: string;
  readonly subject: number;
}

export interface Maker {
  /** The words, the most common first. */
  readonly vocabulary: readonly string[];
  article(): MadeArticle;
  /** From 0 to 1, without 1. */
  random(): number;
}

export function createMaker(seed: number): Maker {
  const random = createRandom(seed);
  const vocabulary = makeVocabulary(random);
  const pick = createZipf(vocabulary.length, random);
  const word = () => vocabulary[pick()] ?? '';
  return {
    vocabulary,
    random,
    article() {
      const subject = Math.floor(random() * subjects);
      const ofSubject = () => vocabulary[subjectWord(subject, Math.floor(random() * wordsOfSubject))] ?? '';
      const mixed = (share: number) => (random() < share ? ofSubject() : word());
      const count = Math.min(longestWords, Math.round(medianWords * Math.exp(lengthSpread * normal(random))));
      const title = Array.from({ length: 4 + Math.floor(random() * 7) }, () => mixed(0.3)).join(' ');
      const text = sentences(
        Array.from({ length: count }, () => mixed(subjectShare)),
        random,
      );
      return { title: capital(title), text, author: `${capital(word())} ${capital(word())}`, subject };
    },
  };
}

function subjectWord(subject: number, index: number): number {
  const rare = vocabularySize / 2;
  return rare + (((subject * wordsOfSubject + index) * 7_919) % rare);
}

/** Syllables put together; common words are short, as in every language. */
function makeVocabulary(random: () => number): string[] {
  const pickOf = (letters: readonly string[]) => letters[Math.floor(random() * letters.length)] ?? '';
  const onsets = 'b c d f g h j k l m n p r s t v w br ch cl dr fr gr pl pr sh sl st str th tr'.split(' ');
  const vowels = 'a e i o u ai ea io ou'.split(' ');
  const codas = ['', '', 'l', 'm', 'n', 'r', 's', 't', 'nd', 'nt', 'st'];
  const endings = ['', '', '', 'ing', 'ed', 's', 'ation', 'ity', 'ical', 'ism', 'ment', 'ally'];
  const words = new Set<string>();
  while (words.size < vocabularySize) {
    const syllables = words.size < 100 ? 1 : words.size < 5_000 ? 2 : 3;
    const stem = Array.from({ length: syllables }, () => pickOf(onsets) + pickOf(vowels) + pickOf(codas)).join('');
    words.add(stem + (words.size < 100 ? '' : pickOf(endings)));
  }
  return [...words];
}

/** Ranks from 0, each with a share of 1 / (rank + 2.7), as Mandelbrot fits it to English. */
function createZipf(size: number, random: () => number): () => number {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank += 1) {
    sum += 1 / (rank + 2.7);
    sums[rank] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function sentences(words: readonly string[], random: () => number): string {
  const parts: string[] = [];
  for (let start = 0; start < words.length; ) {
    const end = start + 8 + Math.floor(random() * 20);
    parts.push(`${capital(words.slice(start, end).join(' '))}.`);
    start = end;
  }
  return parts.join(' ');
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** From -∞ to ∞, two thirds within 1 of 0. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The same numbers for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
