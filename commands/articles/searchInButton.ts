// What a person searched, in the buttons that turn the pages of what was found: there it needs no place in the database.

import { customId, customIdLimit } from '../../src/kit/customId.ts';
import type { KeptSearch } from '../../src/ports/searches.ts';
import { oneLine } from '../../src/views/text.ts';
import { readPage } from '../parts/readPage.ts';

/** `<page>.<source>.<since>.<query>`, empty where nothing is asked of it. */
const form = /^(\d*)\.(\d*)\.(-?\d*)\.(.+)$/s;

/** @returns undefined where the query is too long, or has signs that might not come back as they went */
export function searchButton({ query, sourceId, since }: KeptSearch): ((page: number) => string) | undefined {
  const idOf = (page: number) => `${page}.${sourceId ?? ''}.${since ?? ''}.${query}`;
  const room = customIdLimit - customId('articles', 'found').length;
  const fits = oneLine(query) === query && idOf(longestPage).length <= room;
  return fits ? (page) => customId('articles', 'found', idOf(page)) : undefined;
}

/** The highest number that a button's page has room for. */
const longestPage = 99_999;

export function readSearchButton(id: string): { readonly search: KeptSearch; readonly page: number } | undefined {
  const [, page, sourceId, since, query] = form.exec(id) ?? [];
  if (query === undefined) return undefined;
  const search = {
    query,
    ...(sourceId ? { sourceId: Number(sourceId) } : {}),
    ...(since ? { since: Number(since) } : {}),
  };
  return { search, page: readPage(page) };
}
