import type { SourceId } from '../domain/ids.ts';
import type { FeedReading } from './reader.ts';
import type { Cursor, SavedReading } from './sources.ts';

/** Reading a source outside of its turn, by the same way as in its turn. */
export interface Polling {
  /** @throws SourceError when the source cannot be read */
  pollNow(id: SourceId): Promise<SavedReading>;
  /** What the first reading of a source makes of its cursor. */
  firstCursor(reading: FeedReading): Cursor;
}
