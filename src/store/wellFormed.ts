// What the database gives back must be what was put in, or an article would not be known again by its name: text that UTF-8
// cannot hold is mended before anything is compared.

import type { Entry } from '../domain/article.ts';

/** The marks around a hit of a search belong to the search alone; NUL ends a text in SQLite's own functions. */
const reserved = new RegExp(`[${String.fromCharCode(0, 2, 3)}]`, 'g');

/** The text with half surrogate pairs replaced and reserved characters dropped. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replace(reserved, '');
}

/** The entry with all its texts well-formed. */
export function wellFormedEntry(entry: Entry): Entry {
  const { guid, url, picture } = entry;
  return {
    ...entry,
    title: wellFormed(entry.title),
    teaser: wellFormed(entry.teaser),
    text: wellFormed(entry.text),
    authors: entry.authors.map(wellFormed),
    categories: entry.categories.map(wellFormed),
    ...(guid === undefined ? {} : { guid: wellFormed(guid) }),
    ...(url === undefined ? {} : { url: wellFormed(url) }),
    ...(picture === undefined
      ? {}
      : { picture: { ...picture, ...(picture.alt === undefined ? {} : { alt: wellFormed(picture.alt) }) } }),
  };
}
