// Characters that show nothing, or make text look like other text, do not reach anybody.

/** Controls (but tab and line ends), soft hyphen, bidi marks and overrides, zero-width, tag and private-use specials, half surrogates. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** A joiner is kept where writing needs one: between letters beyond Latin, and within emoji. */
const strayJoiner =
  /(?<!\p{L}|\p{M}|\p{Extended_Pictographic}|\ufe0f)[\u200c\u200d]|(?<=\p{Script=Latin})[\u200c\u200d]/gu;

/** Text without invisible characters; line ends are `\n`. */
export function cleanCharacters(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(invisible, '')
    .replace(strayJoiner, '');
}

/** On a single line, blanks collapsed. */
export function singleLine(text: string): string {
  return cleanCharacters(text).replace(/\s+/g, ' ').trim();
}

/** At most `length` characters, never half of a surrogate pair. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
