// Numbers written as words, in English: two, twenty-five, three hundred, a dozen, the third, double. "One", "first" and "second"
// mean too many other things to be facts; with a scale or a share they count.

/** A number as it stands, before what stands beside it is read. */
export interface Numeral {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Decimals; each is a way to read it. */
  readonly values: readonly string[];
  readonly unit?: string;
}

const list = (from: number, words: string): [string, number][] => words.split(' ').map((word, at) => [word, from + at]);

const cardinals = new Map<string, number>([
  ...list(
    0,
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  ),
  ['eighteen', 18],
  ['nineteen', 19],
  ...list(2, 'twenty thirty forty fifty sixty seventy eighty ninety').map(([word, ten]): [string, number] => [
    word,
    ten * 10,
  ]),
  ['dozen', 12],
]);
const ordinals = new Map<string, number>([
  ...list(
    1,
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth',
  ),
  ...list(16, 'sixteenth seventeenth eighteenth nineteenth twentieth'),
  ['thirtieth', 30],
]);
const scales = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const factors: readonly (readonly [RegExp, number, string?])[] = [
  [/^(?:twice|double[sd]?|doubling|twofold)$/u, 2, 'times'],
  [/^(?:thrice|triple[sd]?|tripling|treble[sd]?|trebling|threefold)$/u, 3, 'times'],
  [/^(?:quadruple[sd]?|quadrupling|fourfold)$/u, 4, 'times'],
  [/^(?:half|halve[sd]?|halving|halves)$/u, 0.5],
];

/** @param text with plain signs */
export function readNumberWords(text: string): Numeral[] {
  const scale = [...scales.keys()].join('|');
  const word = [...cardinals.keys(), scale].join('|');
  const runs = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:an? (?:${scale})|(?:${[...cardinals.keys()].join('|')}))(?:(?:-| and | )(?:${word}))*(?![\\p{L}\\p{N}])`,
    'giu',
  );
  const found: Numeral[] = [...text.matchAll(runs)].flatMap((match) => {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 12);
    return readRun(match[0].toLowerCase(), after).map((value) => at(match, [String(value)]));
  });
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])\p{L}{4,12}(?![\p{L}\p{N}])/gu)) {
    const [, value, unit] = factors.find(([pattern]) => pattern.test(match[0].toLowerCase())) ?? [];
    if (value !== undefined) found.push({ ...at(match, [String(value)]), ...(unit === undefined ? {} : { unit }) });
  }
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])(?:(\p{L}+)-)?(\p{L}{5,11}th|third)s?(?![\p{L}\p{N}])/giu)) {
    const value = ordinals.get((match[2] ?? '').toLowerCase());
    const ten = cardinals.get((match[1] ?? '').toLowerCase()) ?? 0;
    if (value !== undefined) found.push({ ...at(match, [String(ten >= 20 ? ten + value : value)]), unit: 'ordinal' });
  }
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])(\p{L}+ty)-(first|second)(?![\p{L}\p{N}])/giu)) {
    const ten = cardinals.get((match[1] ?? '').toLowerCase());
    const one = ordinals.get((match[2] ?? '').toLowerCase());
    if (ten !== undefined && one !== undefined) found.push({ ...at(match, [String(ten + one)]), unit: 'ordinal' });
  }
  return found;
}

/** `three hundred and twenty` is one number, `two and three` are two. */
function readRun(run: string, after: string): number[] {
  const found: number[] = [];
  let total = 0;
  let current: number | undefined;
  let isScaled = false;
  const end = () => {
    if (current === undefined && total === 0) return;
    const value = total + (current ?? 0);
    const counts =
      value !== 1 ||
      isScaled ||
      /^ ?(?:%|per ?cent|in (?:\d|two|three|four|five|six|seven|eight|nine|ten|twenty))/iu.test(after);
    if (counts) found.push(value);
    total = 0;
    current = undefined;
    isScaled = false;
  };
  for (const word of run.split(/[\s-]+/u)) {
    const times = scales.get(word);
    const value = cardinals.get(word);
    if (times !== undefined) {
      isScaled = true;
      if (times === 100) current = (current ?? 1) * 100;
      else {
        total += (current ?? 1) * times;
        current = undefined;
      }
    } else if (value !== undefined) {
      const fits =
        current === undefined ||
        (value < 10 && current % 10 === 0 && current >= 20) ||
        (value < 100 && current % 100 === 0 && current >= 100);
      if (!fits) end();
      current = (current ?? 0) + value;
    } else if (word === 'and' && !isScaled) end();
  }
  end();
  return found;
}

function at(match: RegExpExecArray, values: readonly string[]): Numeral {
  return { text: match[0], start: match.index, end: match.index + match[0].length, values };
}
