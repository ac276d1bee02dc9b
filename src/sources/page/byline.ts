// Who wrote an article and when, as the page shows it to its readers. Looked for before the furniture goes, because to the text
// a byline is furniture; never within a quotation, whose author is somebody else.

import { withoutBy } from '../authorName.ts';
import { singleLine } from '../cleanText.ts';
import { htmlToText } from '../htmlToText.ts';
import { readDate } from '../writtenDate.ts';
import type { PageElement } from './pageTree.ts';

export interface Byline {
  /** As written, e.g. `By A. Member`. */
  readonly authors: readonly string[];
  /** As written. */
  readonly publishedAt?: string;
}

/** Characters; longer text is no name and no date. */
const maxLength = 100;
/** Places looked at for one mark. */
const maxPlaces = 20;
/** Where others are named: quotations, comments, lists of other articles. */
const elsewhere = 'blockquote, aside, nav, footer, [id*="comment"], [class*="comment"], [class*="related"]';
const authorMarks = ['[rel~="author"]', '[itemprop~="author"]', '[data-hook="user-name"]', '.byline', '.author'];
const dateMarks = [
  '[itemprop~="datePublished"]',
  'time[pubdate]',
  'article time, main time, header time',
  'time',
  '[data-hook="time-ago"], .published, [class*="date"]',
];

export function findByline(body: PageElement): Byline {
  const publishedAt = findFirst(body, dateMarks, dateOf);
  const author = findFirst(body, authorMarks, nameOf);
  return { authors: splitNames(author ?? ''), ...(publishedAt === undefined ? {} : { publishedAt }) };
}

function findFirst(
  body: PageElement,
  marks: readonly string[],
  read: (element: PageElement) => string,
): string | undefined {
  for (const mark of marks) {
    for (const element of [...body.querySelectorAll(mark)].slice(0, maxPlaces)) {
      const value = read(element);
      if (value !== '' && value.length <= maxLength && element.closest(elsewhere) === null) return value;
    }
  }
  return undefined;
}

function dateOf(element: PageElement): string {
  const written = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent ?? '';
  const date = singleLine(written);
  // “Yesterday” tells nothing later.
  return date.length <= maxLength && readDate(date) !== undefined ? date : '';
}

function nameOf(element: PageElement): string {
  const named = element.querySelector('[itemprop~="name"]') ?? element;
  const [line = ''] = (named.getAttribute('content') ?? htmlToText(named.innerHTML)).split('\n');
  // A name with a number in it has a date beside it.
  return /\d/.test(line) ? '' : singleLine(line);
}

/** `By A. Member, B. Guest and C. Friend` → three names; one name with a comma in it stays one. */
function splitNames(line: string): string[] {
  const names = withoutBy(line).split(/,\s+|\s+(?:and|&)\s+/);
  const areNames = names.every((name) => /^\p{Lu}[^\d\s]*(?:\s+[^\d\s]+){1,3}$/u.test(name));
  return areNames ? names : [line];
}
