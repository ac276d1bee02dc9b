// Dashes and blanks as chrono reads them, one character for each, so that every place in the text stays where it is.

/** What is left of a dash in UTF-8 that was read as Latin-1, once or twice. */
const brokenDash = /(?:Ã¢|â)(?:Â?[\u0080-\u00bf€]|â‚¬){1,2}(?:Â?[\u0080-\u00bf“”"])?/g;

const time = /\b\d{1,2}(?:[:.h]\d{2}[ ]?(?:[ap]\.?m\b\.?)?(?![.\d])|[ ]?[ap]\.?m\b\.?)|\b(?:noon|midnight)\b/gi;

/** Times of day are read by themselves: beside a date they lead chrono astray. */
export function hideTimes(text: string): string {
  return text.replace(time, (hidden) => ' '.repeat(hidden.length));
}

/** The same length, with plain dashes and blanks. */
export function levelDashes(text: string): string {
  return text
    .replace(brokenDash, (broken) => '-'.padEnd(broken.length, ' '))
    .replace(/[‐‑‒–—−~]/g, '-')
    .replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ')
    .replace(/(\d)(st|nd|rd|th)(?=[ -])/gi, '$1$2');
}
