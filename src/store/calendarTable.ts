// The SQL of calendar_events, and a row of calendars as the domain knows it.

import { type Selectable, sql } from 'kysely';
import { type Calendar, missesUntilAsked, type UnreadPart } from '../domain/calendar.ts';
import type { Conference } from '../domain/conference.ts';
import type { ConferenceClaim } from '../domain/conferenceClaim.ts';
import type { CalendarId, ConferenceId, Instant } from '../domain/ids.ts';
import type { SourceTrouble } from '../domain/source.ts';
import type { CalendarsTable } from './calendarSchema.ts';
import { findClaimed, toConference } from './conferenceTable.ts';
import { inChunks } from './rows.ts';
import type { Db } from './schema.ts';

export type CalendarRow = Selectable<CalendarsTable>;

export const noCalendarTrouble = {
  troubleCount: 0,
  troubleSightings: 0,
  troubleSince: null,
  troubleCode: null,
  troubleDetail: null,
} as const;

export function toCalendar(row: CalendarRow): Calendar {
  const { id, guildId, url, title, addedBy, addedAt, timeZone, lastReadAt, nextPollAt } = row;
  const { etag, lastModified, validatorsUrl, fingerprint } = row;
  const trouble = troubleIn(row);
  return {
    ...{ id, guildId, url, title, addedBy, addedAt, timeZone, lastReadAt, nextPollAt },
    validators: {
      ...(etag === null ? {} : { etag }),
      ...(lastModified === null ? {} : { lastModified }),
      ...(validatorsUrl === null ? {} : { url: validatorsUrl }),
    },
    ...(fingerprint === null ? {} : { fingerprint }),
    ...(trouble ? { trouble } : {}),
  };
}

function troubleIn(row: CalendarRow): SourceTrouble | undefined {
  const { troubleCount: count, troubleSightings: sightings, troubleSince: since, troubleCode, troubleDetail } = row;
  return since === null ? undefined : { count, sightings, since, code: troubleCode ?? '', detail: troubleDetail ?? '' };
}

/** The conferences that a reading shows. */
export async function listShown(
  tx: Db,
  { guildId }: CalendarRow,
  claims: readonly ConferenceClaim[],
  at: Instant,
): Promise<ReadonlyMap<ConferenceId, Conference>> {
  const shown = new Map<ConferenceId, Conference>();
  for (const claim of claims) {
    const conference = await findClaimed(tx, guildId, claim, at);
    if (conference) shown.set(conference.id, conference);
  }
  return shown;
}

/**
 * What a reading shows is there, and what it could have shown and does not was missed once more.
 *
 * @returns what was taken for gone and is back
 */
export async function noteSeen(
  tx: Db,
  { id }: CalendarRow,
  shown: ReadonlyMap<ConferenceId, Conference>,
  unread: readonly UnreadPart[],
): Promise<readonly Conference[]> {
  const gone = await tx
    .selectFrom('calendarEvents')
    .select('conferenceId')
    .where('calendarId', '=', id)
    .where('missed', '>=', missesUntilAsked)
    .execute();
  for (const chunk of inChunks(await listMissing(tx, id, shown, unread))) {
    await tx
      .updateTable('calendarEvents')
      .set(({ eb }) => ({ missed: eb('missed', '+', 1) }))
      .where('calendarId', '=', id)
      .where('conferenceId', 'in', chunk)
      .execute();
  }
  for (const chunk of inChunks([...shown.keys()])) {
    await tx
      .insertInto('calendarEvents')
      .values(chunk.map((conferenceId) => ({ calendarId: id, conferenceId, missed: 0 })))
      .onConflict((conflict) => conflict.columns(['calendarId', 'conferenceId']).doUpdateSet({ missed: 0 }))
      .execute();
  }
  return gone.flatMap(({ conferenceId }) => shown.get(conferenceId) ?? []);
}

/** Those of a calendar that a reading does not show, though it read as far as they are. */
async function listMissing(
  tx: Db,
  id: CalendarId,
  shown: ReadonlyMap<ConferenceId, Conference>,
  unread: readonly UnreadPart[],
): Promise<ConferenceId[]> {
  const rows = await tx
    .selectFrom('calendarEvents')
    .innerJoin('conferences', 'conferences.id', 'calendarEvents.conferenceId')
    .leftJoin('conferenceNames', (join) =>
      join.onRef('conferenceNames.conferenceId', '=', 'conferences.id').on('conferenceNames.name', 'like', 'uid:%'),
    )
    .select(['conferences.id', 'conferences.beginsAt', 'conferenceNames.name'])
    .where('calendarEvents.calendarId', '=', id)
    .execute();
  const isUnread = ({ name, beginsAt }: { name: string | null; beginsAt: Instant }) =>
    unread.some(({ uid, from }) => beginsAt >= from && (uid === undefined || isOfUid(name ?? '', uid)));
  const kept = new Set([...shown.keys(), ...rows.filter(isUnread).map((row) => row.id)]);
  return [...new Set(rows.map((row) => row.id))].filter((conferenceId) => !kept.has(conferenceId));
}

/** The event, or one of the dates of a series. */
function isOfUid(name: string, uid: string): boolean {
  return name === `uid:${uid}` || name.startsWith(`uid:${uid}#`);
}

/** The same reading again: what it did not show is still not there. */
export async function noteMissedAgain(tx: Db, { id }: CalendarRow): Promise<void> {
  await tx
    .updateTable('calendarEvents')
    .set(({ eb }) => ({ missed: eb('missed', '+', 1) }))
    .where('calendarId', '=', id)
    .where('missed', '>', 0)
    .execute();
}

/** Events still to come that have just been missed so often that it is no slip. */
export async function listVanished(tx: Db, { id }: CalendarRow, at: Instant): Promise<Conference[]> {
  const rows = await tx
    .selectFrom('conferences')
    .innerJoin('calendarEvents', 'calendarEvents.conferenceId', 'conferences.id')
    .selectAll('conferences')
    .where('calendarEvents.calendarId', '=', id)
    .where('calendarEvents.missed', '=', missesUntilAsked)
    .where('conferences.standing', '=', 'sure')
    .where('conferences.status', '!=', 'cancelled')
    .where('conferences.beginsAt', '>', at)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('calendarEvents as others')
            .select(sql<number>`1`.as('one'))
            .whereRef('others.conferenceId', '=', 'conferences.id')
            .where('others.calendarId', '!=', id)
            .where('others.missed', '=', 0),
        ),
      ),
    )
    .orderBy('conferences.id')
    .execute();
  return rows.map(toConference);
}
