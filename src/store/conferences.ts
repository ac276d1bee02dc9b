// All SQL of conferences.

import type { CalendarEvent, Conference, ConferenceTime } from '../domain/conference.ts';
import type { GuildId, Instant } from '../domain/ids.ts';
import type { Conferences } from '../ports/conferences.ts';
import { withoutNulls } from './rows.ts';
import type { ConferencesTable, Connections } from './schema.ts';

/** What an event's row says of it. */
type EventColumns = Omit<ConferencesTable, 'id' | 'createdAt' | 'changedAt'>;
type ConferenceRow = Omit<ConferencesTable, 'id'> & Pick<Conference, 'id'>;

const hourMs = 3_600_000;
/** The earliest and the latest zone on earth, as hours ahead of UTC. @see https://www.iana.org/time-zones */
const earliestZone = 14;
const latestZone = -12;

export function createConferences({ read, write }: Connections): Conferences {
  return {
    saveImport(guildId, events, at) {
      return write.transaction().execute(async (tx) => {
        const rows = await tx.selectFrom('conferences').selectAll().where('guildId', '=', guildId).execute();
        const known = new Map(rows.map((row) => [row.uid, row]));
        const counts = { added: 0, changed: 0, unchanged: 0 };
        // Of two events with one uid the later one is the newer word.
        for (const event of new Map(events.map((event) => [event.uid, event])).values()) {
          const columns = toColumns(guildId, event);
          const row = known.get(event.uid);
          if (!row) {
            await tx
              .insertInto('conferences')
              .values({ ...columns, createdAt: at, changedAt: at })
              .execute();
            counts.added += 1;
          } else if (differs(columns, row)) {
            await tx
              .updateTable('conferences')
              .set({ ...columns, changedAt: at })
              .where('id', '=', row.id)
              .execute();
            counts.changed += 1;
          } else {
            counts.unchanged += 1;
          }
        }
        return counts;
      });
    },

    async listUpcoming(guildId, from, until) {
      const rows = await read
        .selectFrom('conferences')
        .selectAll()
        .where('guildId', '=', guildId)
        .where('overAt', '>', from)
        .where('beginsAt', '<', until)
        .orderBy('beginsAt')
        .orderBy('id')
        .execute();
      return rows.map(toConference);
    },
  };
}

function differs(columns: EventColumns, row: ConferenceRow): boolean {
  return (Object.keys(columns) as (keyof EventColumns)[]).some((name) => columns[name] !== row[name]);
}

function toColumns(guildId: GuildId, event: CalendarEvent): EventColumns {
  const { uid, title, status, time, place = null, url = null, description = null } = event;
  const empty = { startsOn: null, endsOn: null, startsAt: null, endsAt: null, timeZone: null };
  const span =
    time.kind === 'days'
      ? { startsOn: time.startsOn, endsOn: time.endsOn }
      : { startsAt: time.startsAt, endsAt: time.endsAt ?? null, timeZone: time.timeZone };
  return { guildId, uid, title, status, place, url, description, ...empty, ...span, ...spanOf(time) };
}

/** A day begins in the east and is over in the west; an event without an end is over when it begins (RFC 5545, 3.6.1). */
function spanOf(time: ConferenceTime): { beginsAt: Instant; overAt: Instant } {
  if (time.kind === 'instants') return { beginsAt: time.startsAt, overAt: time.endsAt ?? time.startsAt };
  return {
    beginsAt: Date.parse(time.startsOn) - earliestZone * hourMs,
    overAt: Date.parse(time.endsOn) + (24 - latestZone) * hourMs,
  };
}

function toConference(row: ConferenceRow): Conference {
  const { id, guildId, uid, title, status, place, url, description } = row;
  return { ...withoutNulls({ id, guildId, uid, title, status, place, url, description }), time: toTime(row) };
}

function toTime({ startsOn, endsOn, startsAt, endsAt, timeZone }: ConferenceRow): ConferenceTime {
  if (startsOn !== null) return { kind: 'days', startsOn, endsOn: endsOn ?? startsOn };
  const time = { kind: 'instants', startsAt: startsAt ?? 0, timeZone: timeZone ?? 'UTC' } as const;
  return endsAt === null ? time : { ...time, endsAt };
}
