import type { Instant } from '../domain/ids.ts';

/** What a person asked for, kept so that the paging buttons of the answer work after a restart. */
export interface KeptSearch {
  readonly query: string;
  readonly sourceId?: number;
  readonly since?: Instant;
}

export interface Searches {
  /** @returns an id that fits a custom_id */
  keep(search: KeptSearch, now: Instant): Promise<string>;
  find(id: string): Promise<KeptSearch | undefined>;
  /** Drops what was kept before `before`. */
  forget(before: Instant): Promise<number>;
}
