import type { SourceId } from '../domain/ids.ts';
import type { SavedReading } from './sources.ts';

/** Reading a source outside of its turn, by the same way as in its turn. */
export interface Polling {
  /** Pause between two readings of an address. Milliseconds. */
  readonly intervalMs: (url: string) => number;
  /** @throws SourceError when the source cannot be read */
  pollNow(id: SourceId): Promise<SavedReading>;
}
