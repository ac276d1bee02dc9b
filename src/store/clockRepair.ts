// After a clock that was ahead was set right, everything it scheduled lies in the future. How far it was ahead is told by the
// instants it left: nothing can have happened later than now. Invariant: distances between what was scheduled stay as they were.

import { sql } from 'kysely';
import { isoWeekAt } from '../domain/digestWeek.ts';
import type { Instant } from '../domain/ids.ts';
import type { ClockRepair } from '../ports/clockRepair.ts';
import type { Connections, Db } from './schema.ts';

const dayMs = 86_400_000;
/** Clocks are set by seconds all the time. Milliseconds. */
const toleranceMs = 60_000;
/** A source is read again after a day and a tenth at the latest; a week later where it names quiet hours or days. */
const longestPollPauseMs = 1.1 * dayMs;
const longestQuietMs = 7 * dayMs;
/** Longest that a host may ask to be left alone. Milliseconds. */
const longestHostPauseMs = dayMs;
/** A request recorded by the wrong clock was made at most this long ago by the right one. Milliseconds. */
const lookBackMs = 2 * dayMs;

export function createClockRepair({ write }: Connections): ClockRepair {
  return {
    pullBack: (now, leaseMs, setBackMs) =>
      write.transaction().execute(async (tx) => {
        const aheadMs = Math.max(setBackMs, await measureAhead(tx, now));
        const counts = [
          await pullBackSources(tx, now, aheadMs),
          await pullBackHostPauses(tx, now, aheadMs),
          await pullBackOutbox(tx, now, aheadMs),
          await pullBackSettled(tx, now),
          await pullBackEvents(tx, now),
          await pullBackDigests(tx, now),
          await pullBackLeases(tx, now + leaseMs),
        ];
        return counts.reduce((sum, count) => sum + count, 0);
      }),
  };
}

/** By how much the clock was ahead at least; 0 when nothing tells of it. */
async function measureAhead(tx: Db, now: Instant): Promise<number> {
  const { rows } = await sql<{ latest: Instant | null }>`
    SELECT max(at) AS latest FROM (
      SELECT max(last_read_at) AS at FROM sources
      UNION ALL SELECT max(trouble_since) FROM sources
      UNION ALL SELECT * FROM (SELECT created_at FROM outbox ORDER BY sequence DESC LIMIT 1)
      UNION ALL SELECT max(attempted_at) FROM outbox WHERE settled_at IS NULL)`.execute(tx);
  const aheadMs = (rows[0]?.latest ?? now) - now;
  return aheadMs > toleranceMs ? aheadMs : 0;
}

/** What the wrong clock scheduled lies beyond all that it recorded. */
async function pullBackSources(tx: Db, now: Instant, aheadMs: number): Promise<number> {
  const moved = await sql`
    UPDATE sources SET
      next_poll_at = next_poll_at - ${aheadMs},
      last_read_at = min(last_read_at, ${now})
    WHERE ${aheadMs} > 0 AND (next_poll_at > ${now + aheadMs} OR last_read_at > ${now})`.execute(tx);
  const longest = sql`${now + longestPollPauseMs} + CASE
    WHEN wishes ->> '$.skipHours' IS NOT NULL OR wishes ->> '$.skipDays' IS NOT NULL THEN ${longestQuietMs} ELSE 0 END`;
  const capped = await sql`UPDATE sources SET next_poll_at = ${now} WHERE next_poll_at > ${longest}`.execute(tx);
  return affected(moved) + affected(capped);
}

async function pullBackHostPauses(tx: Db, now: Instant, aheadMs: number): Promise<number> {
  const longest = now + longestHostPauseMs;
  const pulled = await sql`
    UPDATE host_pauses
    SET until = min(CASE WHEN until > ${now + aheadMs} THEN until - ${aheadMs} ELSE until END, ${longest})
    WHERE until > ${longest} OR (${aheadMs} > 0 AND until > ${now + aheadMs})`.execute(tx);
  return affected(pulled);
}

/** What was created or tried while the clock was wrong tells by how much; what was only put off then does not. */
async function pullBackOutbox(tx: Db, now: Instant, aheadMs: number): Promise<number> {
  const byCreation = sql`max(0, created_at - ${now})`;
  const byAttempt = sql`max(0, coalesce(attempted_at, 0) - ${now})`;
  const pulled = await sql`
    UPDATE outbox SET
      due_at = max(${now}, due_at - max(${aheadMs}, ${byCreation}, ${byAttempt})),
      ordered_at = CASE WHEN ordered_at > ${now} THEN max(${now}, ordered_at - ${byCreation}) ELSE ordered_at END,
      created_at = min(created_at, ${now}),
      attempted_at = min(attempted_at, ${now}),
      step_begun_at = CASE WHEN step_begun_at > ${now} THEN ${now - lookBackMs} ELSE step_begun_at END,
      held_at = min(held_at, ${now})
    WHERE settled_at IS NULL AND (created_at > ${now + toleranceMs} OR attempted_at > ${now + toleranceMs}
      OR held_at > ${now + toleranceMs} OR (${aheadMs} > 0 AND due_at > ${now}))`.execute(tx);
  return affected(pulled);
}

/** What was published by the wrong clock counts among a channel's messages of an hour. */
async function pullBackSettled(tx: Db, now: Instant): Promise<number> {
  const pulled = await sql`UPDATE outbox SET settled_at = ${now} WHERE settled_at > ${now + toleranceMs}`.execute(tx);
  return affected(pulled);
}

/** What was refused is tried again once its conference changes later than that. */
async function pullBackEvents(tx: Db, now: Instant): Promise<number> {
  const pulled =
    await sql`UPDATE scheduled_events SET changed_at = ${now} WHERE changed_at > ${now + toleranceMs}`.execute(tx);
  return affected(pulled);
}

/** The present week's may have been sent before the clock was wrong: then its row is still there, and no second one is made. */
async function pullBackDigests(tx: Db, now: Instant): Promise<number> {
  const [present, last] = [isoWeekAt(now).name, isoWeekAt(now - 7 * dayMs).name];
  const pulled = await sql`UPDATE programme_digests SET week = ${last} WHERE week > ${present}`.execute(tx);
  return affected(pulled);
}

async function pullBackLeases(tx: Db, latest: Instant): Promise<number> {
  const pulled = await sql`
    UPDATE outbox SET lease_until = ${latest} WHERE settled_at IS NULL AND lease_until > ${latest}`.execute(tx);
  return affected(pulled);
}

function affected({ numAffectedRows }: { readonly numAffectedRows?: bigint }): number {
  return Number(numAffectedRows ?? 0n);
}
