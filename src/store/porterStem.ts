// The stem of an English word, as FTS5's tokenizer `porter` cuts it. The index stems by itself; this tells whether it would.
// @see https://tartarus.org/martin/PorterStemmer/def.txt

/** A suffix, what takes its place, and the least number of vowel-consonant pairs that must stand before it. */
type Rule = readonly [suffix: string, replacement: string, leastMeasure: number];

const rules = (leastMeasure: number, list: string): Rule[] =>
  list.split(' ').map((pair) => {
    const [suffix = '', replacement = ''] = pair.split('>');
    return [suffix, replacement, leastMeasure];
  });

/** Longer suffixes stand before those that they end in. */
const derived = rules(
  1,
  'ational>ate tional>tion enci>ence anci>ance izer>ize logi>log bli>ble alli>al entli>ent eli>e ousli>ous ization>ize ation>ate ' +
    'ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble',
);
const attached = rules(1, 'icate>ic ative> alize>al iciti>ic ical>ic ful> ness>');
const endings = rules(
  2,
  'al> ance> ence> er> ic> able> ible> ant> ement> ment> ent> ion> ou> ism> ate> iti> ous> ive> ize>',
);

/** @param word in lower case, without accents */
export function porterStem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  const step1 = withFinalI(withoutPast(withoutPlural(word)));
  return withoutFinalE(applyFirst(applyFirst(applyFirst(step1, derived), attached), endings));
}

/** `c` for a consonant and `v` for a vowel, a letter each. */
function shapeOf(text: string): string {
  let shape = '';
  for (const letter of text) {
    const isVowel = 'aeiou'.includes(letter) || (letter === 'y' && shape.endsWith('c'));
    shape += isVowel ? 'v' : 'c';
  }
  return shape;
}

function measureOf(text: string): number {
  return shapeOf(text).match(/v+c+/g)?.length ?? 0;
}

function hasVowel(text: string): boolean {
  return shapeOf(text).includes('v');
}

/** Ends as "hop" does. */
function isShort(text: string): boolean {
  return shapeOf(text).endsWith('cvc') && !/[wxy]$/.test(text);
}

function withoutPlural(word: string): string {
  if (/(?:ss|i)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutPast(word: string): string {
  if (word.endsWith('eed')) return measureOf(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const cut = /(?:ed|ing)$/.exec(word);
  const stem = cut ? word.slice(0, cut.index) : word;
  if (!cut || !hasVowel(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (/([^aeioulsz])\1$/.test(stem)) return stem.slice(0, -1);
  return measureOf(stem) === 1 && isShort(stem) ? `${stem}e` : stem;
}

function withFinalI(word: string): string {
  return word.endsWith('y') && hasVowel(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
}

/** By the first rule whose suffix fits, whether or not enough stands before it. */
function applyFirst(word: string, list: readonly Rule[]): string {
  const rule = list.find(([suffix]) => word.endsWith(suffix));
  if (!rule) return word;
  const [suffix, replacement, leastMeasure] = rule;
  const stem = word.slice(0, -suffix.length);
  if (measureOf(stem) < leastMeasure || (suffix === 'ion' && !/[st]$/.test(stem))) return word;
  return stem + replacement;
}

function withoutFinalE(word: string): string {
  const stem = word.slice(0, -1);
  const cut = word.endsWith('e') && (measureOf(stem) > 1 || (measureOf(stem) === 1 && !isShort(stem))) ? stem : word;
  return cut.endsWith('ll') && measureOf(cut) > 1 ? cut.slice(0, -1) : cut;
}
