// A text as chrono reads it best: plain dashes, no weekdays inside of ranges, no dot after a day. Every place in it is still known
// in the text as it was given, so that quotes stay verbatim.

export interface LevelText {
  readonly text: string;
  /** Where a character of `text` stands in the original. */
  placeOf(index: number): number;
}

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
export const weekday = '(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?';

/** What is left of a dash in UTF-8 that was read as Latin-1, once or twice. */
const brokenDash = '(?:Ã¢|â)(?:Â?[\\u0080-\\u00bf€]|â‚¬){1,2}(?:Â?[\\u0080-\\u00bf“”"])?';
const uneven = new RegExp(
  [
    `(?<dash>${brokenDash}|[-‐‑‒–—−~]{1,3})`,
    `(?<weekday>(?<![a-z])${weekday}\\.?,?[ \\u00a0]{1,2}(?:the )?(?=\\d{1,2}(?!\\d)|${month}\\b)|[ ]?\\(${weekday}\\.?\\)(?=[ ]?(?:[-–,]|${month}|to )))`,
    '(?<blank>[ \\t\\u00a0\\u2000-\\u200a\\u202f]{1,40})',
    `(?<dot>(?<=(?<!\\d)\\d{1,2})\\.(?=[ ]?(?:-|–|/|${month}\\b)))`,
    "(?<century>(?<=[a-z\\d] ?)['’](?=\\d{2}(?!\\d)))",
    '(?<the>(?<=(?:through|to|until) )the (?=\\d))',
  ].join('|'),
  'giu',
);

export function levelText(original: string): LevelText {
  /** Where a piece begins, in the level text and in the original. */
  const pieces: { readonly level: number; readonly original: number }[] = [{ level: 0, original: 0 }];
  let text = '';
  let from = 0;
  for (const match of original.matchAll(uneven)) {
    const put = replacement(match.groups ?? {});
    if (put === match[0]) continue;
    text += original.slice(from, match.index) + put;
    from = match.index + match[0].length;
    pieces.push({ level: text.length, original: from });
  }
  text += original.slice(from);
  return { text, placeOf: (index) => placeIn(pieces, index) };
}

function replacement({ dash, blank, century }: Readonly<Record<string, string | undefined>>): string {
  if (dash !== undefined) return '-';
  if (blank !== undefined) return blank.length > 2 ? '  ' : ' '.repeat(blank.length);
  // "'27" is 2027: conferences of the century before are over.
  return century === undefined ? '' : '20';
}

function placeIn(pieces: readonly { readonly level: number; readonly original: number }[], index: number): number {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.level ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low] ?? { level: 0, original: 0 };
  return piece.original + index - piece.level;
}

const clock =
  '\\b\\d{1,2}(?:(?:[:h]\\d{2}(?!\\d)|\\.\\d{2}(?![.\\d]))(?:[ ]?[ap]\\.?m\\b\\.?)?|[ ]?(?:[ap]\\.?m|h|hrs?|uhr)\\b\\.?)';
/** Of "4 March, 5-6pm" the 5, but not of "March 4 - 5pm" the 4. */
const begins = `(?<!(?<!(?<!\\d)\\d{1,2}(?:st|nd|rd|th|\\.)? (?:of )?)${month}\\.?,? )\\b\\d{1,2} ?(?:-|to|until|till|and) ?(?=${clock}|(?:noon|midnight)\\b)`;
const time = new RegExp(`${begins}|${clock}|\\b(?:noon|midnight)\\b`, 'gi');

/** Characters; chrono takes seconds for thousands of blanks, and a list of times that long parts what stands around it. */
const longBlank = /\s{40,}/g;

/** Times of day are read by themselves: beside a date they lead chrono astray. */
export function hideTimes(text: string): string {
  const hidden = text.replace(time, (said) => ' '.repeat(said.length));
  return hidden.replace(longBlank, (blank) => '·'.repeat(blank.length));
}
