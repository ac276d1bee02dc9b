// What an older copy of the database does not know: everything the bot did since. Run on the copy before it is put in place.
// Invariant: what may have been posted meanwhile is looked for before it is sent, and what the sources show is asked about first.

import type { Database } from 'better-sqlite3';
import { isoWeekAt } from '../domain/digestWeek.ts';
import { lostReadingAt } from '../domain/flood.ts';
import type { Instant } from '../domain/ids.ts';

/** But for the programme, uses only what every schema since the first has. @param now the present; whatever left before, left before it */
export function forgetCertainty(database: Database, now: Instant): void {
  const doubt = database.transaction(() => {
    const begunAt = newestInstant(database) ?? now;
    // What had not begun by the last instant the copy knows has begun after it, if it has at all. Anything may have been under way
    // until now, so nothing is repeated before that has settled. What waits for its turn still does.
    database
      .prepare(
        `UPDATE outbox SET
           state = CASE state WHEN 'held' THEN 'held' ELSE 'unknown' END,
           step_begun_at = min(coalesce(step_begun_at, $begunAt), $now),
           attempted_at = $now,
           attempt = CASE WHEN step_begun_at IS NULL THEN 0 ELSE attempt END,
           lease_owner = NULL,
           lease_until = NULL
         WHERE settled_at IS NULL`,
      )
      .run({ begunAt, now });
    // The next reading asks the moderators before anything is posted; a source that was never read posts nothing anyway.
    database.prepare('UPDATE sources SET last_read_at = ? WHERE last_read_at IS NOT NULL').run(lostReadingAt);
    forgetProgramme(database, begunAt, now);
    // Discord may have the commands of another version by now.
    database.exec('DELETE FROM registrations');
  });
  doubt.immediate();
}

/** The same for the programme, which schemas before the tenth do not have. */
function forgetProgramme(database: Database, begunAt: Instant, now: Instant): void {
  const has = (table: string) =>
    database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined;
  if (!has('reminders')) return;
  // What was due since has been sent, or is too late to be of use.
  database
    .prepare(
      `UPDATE reminders SET settled_at = $now, outcome = 'sent'
       WHERE settled_at IS NULL AND due_at > $begunAt AND due_at <= $now`,
    )
    .run({ begunAt, now });
  const { name } = isoWeekAt(now);
  database.prepare('UPDATE programme_digests SET week = $name WHERE week < $name').run({ name });
  // The next reading of a calendar brings the programme up to date and announces nothing.
  database.prepare('UPDATE calendars SET last_read_at = ?, etag = NULL, last_modified = NULL').run(lostReadingAt);
}

/** The last thing that is written down in it: the copy was taken then or later. */
export function newestInstant(database: Database): Instant | undefined {
  const newest = database
    .prepare(
      `SELECT max(at) FROM (
         SELECT max(last_read_at) AS at FROM sources
         UNION ALL SELECT max(created_at) FROM outbox
         UNION ALL SELECT max(attempted_at) FROM outbox
         UNION ALL SELECT max(settled_at) FROM outbox
         UNION ALL SELECT max(at) FROM audit
         UNION ALL SELECT max(added_at) FROM subscriptions)`,
    )
    .pluck()
    .get();
  return newest === null ? undefined : Number(newest);
}
