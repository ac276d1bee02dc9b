// The first look at any text: bounded, single spaces, paragraphs and lines told apart. Everything in reading/ starts here,
// so no later step meets more than `textLimit` characters. Loops instead of patterns where a pattern could backtrack.

/** Characters of a text that are read at all; what follows is ignored. A long report has about 60,000. */
export const textLimit = 200_000;

/** Lines of this length or less, all but the last long enough, are text broken by hand and not a list. Characters. */
const wrappedLine = { shortest: 50, longest: 120 };

const closers = new Set(['"', "'", '”', '’', '»', ')', ']', '}', '」', '』', '）', '*', '_']);
const openers = new Set(['"', "'", '“', '‘', '«', '„', '(', '[', '{', '「', '『', '（', '*', '_', '¿', '¡', '—', '–']);

/** The first `limit` characters, never half of a surrogate pair. */
export function cutAt(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** On one line, single spaces, no spaces around. */
export function squeeze(text: string): string {
  return cutAt(text, textLimit).split(/\s/u).filter(Boolean).join(' ');
}

/** Without the quotation marks, brackets and emphasis that close after the last character. */
export function trimClosers(text: string): string {
  let end = text.length;
  while (end > 0 && closers.has(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

/** Without the quotation marks, brackets and emphasis that open before the first character. */
export function trimOpeners(text: string): string {
  let start = 0;
  while (start < text.length && openers.has(text[start] ?? '')) start += 1;
  return text.slice(start);
}

/** Whether a line ends as a sentence does. */
export function hasFinalPunctuation(line: string): boolean {
  return /[.!?…。！？؟]$/u.test(trimClosers(line));
}

/** Words; where a script writes none apart, two characters count as one. */
export function countWords(text: string): number {
  const dense = !/[\u0e00-\u0e7f\u2e80-\u{3ffff}]/u.test(text)
    ? 0
    : (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0);
  const spaced = text.split(/\s/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return dense < spaced ? spaced : Math.max(spaced, Math.ceil(dense / 2));
}

/** Paragraphs (parted by a blank line), each as its squeezed lines; a line cut in mid-sentence is joined to the next. */
export function listParagraphs(text: string): string[][] {
  const paragraphs: string[][] = [];
  let lines: string[] = [];
  for (const raw of `${cutAt(text, textLimit)}\n\n`.split(/\r\n|[\n\r\u2028\u2029]/u)) {
    const line = squeeze(raw);
    if (line !== '') lines.push(line);
    else if (lines.length > 0) {
      paragraphs.push(joinCutLines(lines));
      lines = [];
    }
  }
  return paragraphs;
}

function joinCutLines(lines: readonly string[]): string[] {
  const { shortest, longest } = wrappedLine;
  const isWrapped =
    lines.length > 1 &&
    lines.every((line, at) => line.length <= longest && (at === lines.length - 1 || line.length >= shortest));
  if (isWrapped) return [lines.join(' ')];
  const groups: string[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    const isCut =
      open !== undefined &&
      /^\p{Ll}/u.test(line) &&
      !/^\p{Ll}/u.test(open[0] ?? '') &&
      !hasFinalPunctuation(open.at(-1) ?? '');
    if (isCut) open.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => group.join(' '));
}
