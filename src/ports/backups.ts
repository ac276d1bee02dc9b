import type { Instant } from '../domain/ids.ts';

export interface MadeBackup {
  readonly path: string;
  readonly at: Instant;
}

/** Copies of the whole store, and what can be said about the soundness of the store itself. Never hold up anything else. */
export interface Backups {
  /** The newest copy there is. */
  latest(): MadeBackup | undefined;
  /** @returns undefined when it was abandoned @throws when the disk refuses it, or when the copy is not what the store is */
  make(at: Instant): Promise<MadeBackup | undefined>;
  /** Reads the whole store. @returns what is wrong with it; the next start will then not trust it */
  check(): Promise<string | undefined>;
  /** Whatever is under way ends without a result; nothing more is begun. */
  abandon(): void;
}
