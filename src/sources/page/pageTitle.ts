// The title of an article, without the name of its site: “The harbour | Society for Ports” → “The harbour”.

import { cutText, singleLine } from '../cleanText.ts';

/** Characters. */
const maxTitleLength = 500;
/** What publishing programmes put between a title and the site's name. A hyphen needs blanks on both sides. */
const divider = /\s+(?:[|–—·•»«:]|-|::|\/\/)\s+|\s*\|\s*/g;

/**
 * @param siteNames what the site calls itself, and its host
 * @param headline as the page shows it: where it is one part of the title, the rest are names of site and section
 */
export function withoutSiteName(title: string, siteNames: readonly string[], headline = ''): string {
  const line = cutText(singleLine(title), maxTitleLength);
  const names = new Set(siteNames.map(letters).filter((name) => name !== ''));
  const shown = letters(headline);
  for (const { index, 0: mark } of [...line.matchAll(divider)].reverse()) {
    const [before, after] = [line.slice(0, index), line.slice(index + mark.length)];
    if (names.has(letters(after)) || (shown !== '' && letters(before) === shown)) return before;
    if (names.has(letters(before)) || (shown !== '' && letters(after) === shown)) return after;
  }
  return line;
}

/** Names differ in blanks, dots and case between a title, a tag and a host. */
function letters(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
