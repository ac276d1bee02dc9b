// One page of a list that is all there.

import { entriesPerPage } from '../../src/views/blocks.ts';

export interface ListPage<Entry> {
  readonly entries: readonly Entry[];
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
}

/** @param all at least one entry @param wanted from 0; beyond the end the last page is shown */
export function pageOf<Entry>(all: readonly Entry[], wanted: number): ListPage<Entry> {
  const pageCount = Math.ceil(all.length / entriesPerPage);
  const page = Math.min(wanted, pageCount - 1);
  return { entries: all.slice(page * entriesPerPage, (page + 1) * entriesPerPage), page, pageCount };
}
