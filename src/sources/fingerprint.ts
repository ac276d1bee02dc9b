// By which a reading is known to hold what the last one held: then there is nothing to save but the cursor.

import { createHash } from 'node:crypto';
import type { Entry } from '../domain/article.ts';
import type { CalendarEvent } from '../domain/conference.ts';

/** The same for the same entries or events in the same order, and for no others. */
export function fingerprintOf(entries: readonly (Entry | CalendarEvent)[]): string {
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url');
}
