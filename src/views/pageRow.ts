// The two buttons that turn the pages of a list.

import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow } from './blocks.ts';

export interface Paging {
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
  /** The custom_id that shows another page. */
  readonly toPage: (page: number) => string;
}

/** Undefined for a list of one page. */
export function pageRow({ page, pageCount, toPage }: Paging, say: Say) {
  if (pageCount < 2) return undefined;
  const last = pageCount - 1;
  return buttonRow([
    actionButton(say('list.previous'), toPage(Math.max(0, page - 1)), page <= 0),
    actionButton(say('list.next'), toPage(Math.min(last, page + 1)), page >= last),
  ]);
}

/** " · page 2 of 3" after a heading; nothing for a list of one page. */
export function pageMark({ page, pageCount }: Omit<Paging, 'toPage'>, say: Say): string {
  return pageCount < 2 ? '' : ` · ${say('list.page', { page: page + 1, pages: pageCount })}`;
}
