import type { Instant } from '../domain/ids.ts';

/** Whether what happens can be written down. `code` is SQLite's, e.g. SQLITE_FULL. */
export type StoreCondition =
  | { readonly kind: 'fine' }
  | { readonly kind: 'failing'; readonly since: Instant; readonly code: string };

/** A damaged store was replaced by a copy when it was opened. */
export interface Mended {
  /** What was lost, for the operator. */
  readonly sentence: string;
}

/** The store as its last writes left it. Reading goes on while writing fails. */
export interface StoreHealth {
  health(): StoreCondition;
  /** Writes something that changes nothing, to learn whether it works again. Never fails. */
  probe(): Promise<StoreCondition>;
}
