// How far a list looks, and which of its pages, in a button's id: `<span>.<page>`.

import { readPage } from './readPage.ts';

/** @returns the span within its limit, or the usual one for what was never written by a button, and the page from 0 */
export function readSpan(
  id: string,
  { usual, limit }: { readonly usual: number; readonly limit: number },
): [span: number, page: number] {
  const [span, page] = id.split('.');
  return [Math.min(readPage(span) || usual, limit), readPage(page)];
}
