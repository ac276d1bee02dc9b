// All other SQL of calendars, and the one transaction in which a reading of one becomes the programme.
// Invariant: conferences, questions, deliveries and the calendar's cursor are committed together or not at all.

import { announcedAtOnce, calendarTroubleKey } from '../domain/calendar.ts';
import type { ConferenceClaim } from '../domain/conferenceClaim.ts';
import { lostReadingAt } from '../domain/flood.ts';
import type { GuildId, Instant, UserId } from '../domain/ids.ts';
import { defaultSettings } from '../domain/settings.ts';
import { claimOfVanished } from '../domain/vanishedEvent.ts';
import type {
  CalendarFindings,
  CalendarPlanning,
  Calendars,
  FollowedAddress,
  SavedCalendar,
} from '../ports/calendars.ts';
import type { PlanConference, SaveOccasion } from '../ports/conferences.ts';
import {
  type CalendarRow,
  listShown,
  listVanished,
  noCalendarTrouble,
  noteMissedAgain,
  noteSeen,
  toCalendar,
} from './calendarTable.ts';
import { findClaimed } from './conferenceTable.ts';
import { dropDeliveries, insertDeliveries, listByKey } from './outboxTable.ts';
import { followRenamed } from './renamedEvents.ts';
import { askAbout, endVanishedQuestions, type SavedClaim, saveClaim } from './saveConference.ts';
import type { Connections, Db } from './schema.ts';
import { listSettings } from './settings.ts';
import { oneMoreTrouble } from './troubleColumns.ts';

export function createCalendars({ read, write }: Connections): Calendars {
  return {
    async find(guildId, id) {
      const row = await ofGuild(read, guildId).where('id', '=', id).executeTakeFirst();
      return row && toCalendar(row);
    },
    async list(guildId) {
      return (await ofGuild(read, guildId).orderBy('id').execute()).map(toCalendar);
    },
    async listDue(now, limit) {
      const due = read
        .selectFrom('calendars')
        .selectAll()
        .where('nextPollAt', '<=', now)
        .where('guildId', 'not in', read.selectFrom('guildDepartures').select('guildId'));
      return (await due.orderBy('nextPollAt').limit(limit).execute()).map(toCalendar);
    },

    saveReading: (address, findings, planning) =>
      write.transaction().execute((tx) => saveReading(tx, address, findings, planning)),

    saveUnchanged: (id, { validators, ...cursor }, planning) =>
      write.transaction().execute(async (tx) => {
        const row = await tx.selectFrom('calendars').selectAll().where('id', '=', id).executeTakeFirst();
        if (!row) return;
        if (row.fingerprint !== null) {
          await noteMissedAgain(tx, row);
          await askAboutVanished(tx, row, cursor.readAt, planning.conference);
        }
        // A 304 need not repeat the validators it confirms.
        const { etag = row.etag, lastModified = row.lastModified, url = row.validatorsUrl } = validators;
        await saveCursor(tx, row, { etag, lastModified, validatorsUrl: url }, cursor, planning);
      }),

    saveTrouble: (id, failed, planning) =>
      write.transaction().execute(async (tx) => {
        const row = await tx
          .updateTable('calendars')
          .set(oneMoreTrouble(failed))
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst();
        if (!row) return;
        const settings = (await listSettings(tx, [row.guildId])).get(row.guildId) ?? defaultSettings(row.guildId);
        await insertDeliveries(tx, planning.trouble(toCalendar(row), settings, failed.at), failed.at);
      }),

    async postpone(id, until) {
      await write.updateTable('calendars').set({ nextPollAt: until }).where('id', '=', id).execute();
    },

    async followAgain(guildId, { url, title }, addedBy, now) {
      const times = { addedAt: now, lastReadAt: lostReadingAt, nextPollAt: now };
      const { numInsertedOrUpdatedRows = 0n } = await write
        .insertInto('calendars')
        .values({ ...neverRead, ...times, guildId, url, title, addedBy, timeZone: 'UTC' })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows > 0n;
    },

    async remove(guildId, id) {
      const { numDeletedRows } = await write
        .deleteFrom('calendars')
        .where('id', '=', id)
        .where('guildId', '=', guildId)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0;
    },
  };
}

const neverRead = {
  ...{ etag: null, lastModified: null, validatorsUrl: null, fingerprint: null },
  ...{ troubleSince: null, troubleCode: null, troubleDetail: null },
};

function ofGuild(db: Db, guildId: GuildId) {
  return db.selectFrom('calendars').selectAll().where('guildId', '=', guildId);
}

async function saveReading(
  tx: Db,
  { guildId, url, by }: FollowedAddress,
  findings: CalendarFindings,
  planning: CalendarPlanning,
): Promise<SavedCalendar | undefined> {
  const { claims, unread, readAt, title, timeZone, fingerprint, validators } = findings;
  const known = await ofGuild(tx, guildId).where('url', '=', url).executeTakeFirst();
  const row = known ?? (by === undefined ? undefined : await follow(tx, { guildId, url, by }, findings));
  if (!row) return undefined;
  // After a copy of the database was put back, what is new may have been announced.
  const isNews = by === undefined && row.lastReadAt !== lostReadingAt;
  const occasion = { at: readAt, isNews };
  await followRenamed(tx, row, claims);
  const counts = await saveClaims(tx, guildId, claims, occasion, planning.conference);
  // An empty calendar says nothing of what was in it; nor may a later 304 confirm its emptiness.
  const isEmpty = claims.length === 0;
  if (!isEmpty) {
    for (const back of await noteSeen(tx, row, await listShown(tx, row, claims, readAt), unread)) {
      await endVanishedQuestions(tx, back, readAt, planning.conference);
    }
    counts.asked += await askAboutVanished(tx, row, readAt, planning.conference);
  }
  const { etag = null, lastModified = null, url: validatorsUrl = null } = isEmpty ? {} : validators;
  const columns = { etag, lastModified, validatorsUrl, title, timeZone, fingerprint: isEmpty ? null : fingerprint };
  await saveCursor(tx, row, columns, findings, planning);
  const saved = await ofGuild(tx, guildId).where('id', '=', row.id).executeTakeFirstOrThrow();
  const { passedOver, ...rest } = counts;
  return { ...rest, unchanged: rest.unchanged + passedOver, calendar: toCalendar(saved) };
}

async function follow(
  tx: Db,
  { guildId, url, by }: { guildId: GuildId; url: string; by: UserId },
  { title, timeZone, readAt, nextPollAt }: CalendarFindings,
): Promise<CalendarRow> {
  return tx
    .insertInto('calendars')
    .values({
      ...{ guildId, url, title, timeZone, nextPollAt, addedBy: by, addedAt: readAt, lastReadAt: readAt },
      ...neverRead,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function saveClaims(
  tx: Db,
  guildId: GuildId,
  claims: readonly ConferenceClaim[],
  { at, isNews }: SaveOccasion,
  plan: PlanConference,
): Promise<Record<SavedClaim, number>> {
  const counts = { added: 0, changed: 0, unchanged: 0, asked: 0, passedOver: 0 };
  const unknown = new Set<ConferenceClaim>();
  // The dates of a series are listed and reminded of; each is no news.
  for (const claim of claims) {
    const known = isOfSeries(claim) ? undefined : await findClaimed(tx, guildId, claim, at);
    const isToldOf = known !== undefined && known.standing !== 'asking';
    if (!isOfSeries(claim) && !isToldOf) unknown.add(claim);
  }
  const isAnnounced = isNews && unknown.size <= announcedAtOnce;
  for (const claim of claims) {
    // Only what is new is announced: that something known reads otherwise is told where it was announced.
    const occasion = { at, isNews: isAnnounced && unknown.has(claim), mayAsk: true };
    // The others wait for /programme confirm, and /status counts them.
    const planned = counts.asked < announcedAtOnce ? plan : withoutQuestion(plan);
    counts[await saveClaim(tx, guildId, claim, occasion, planned)] += 1;
  }
  return counts;
}

/** `uid:<UID>#<its date>` */
function isOfSeries({ names }: ConferenceClaim): boolean {
  return names.some((name) => /^uid:.*#\d{4}-?\d\d/.test(name));
}

function withoutQuestion(plan: PlanConference): PlanConference {
  return ({ question: _, ...change }) => plan(change);
}

async function askAboutVanished(tx: Db, row: CalendarRow, at: Instant, plan: PlanConference): Promise<number> {
  let asked = 0;
  for (const conference of await listVanished(tx, row, at)) {
    const planned = asked < announcedAtOnce ? plan : withoutQuestion(plan);
    if (await askAbout(tx, conference, claimOfVanished(conference, row.url), at, planned)) asked += 1;
  }
  return asked;
}

/** After any answer that succeeded, and the end of its trouble. */
async function saveCursor(
  tx: Db,
  row: CalendarRow,
  columns: Partial<CalendarRow>,
  { readAt, nextPollAt }: Pick<CalendarFindings, 'readAt' | 'nextPollAt'>,
  planning: CalendarPlanning,
): Promise<void> {
  await tx
    .updateTable('calendars')
    .set({ ...columns, ...noCalendarTrouble, lastReadAt: readAt, nextPollAt })
    .where('id', '=', row.id)
    .execute();
  if (row.troubleSince === null) return;
  const alerts = await listByKey(tx, calendarTroubleKey(row.id, row.troubleSince));
  const { dropped, edits } = planning.recovery(alerts, readAt);
  await dropDeliveries(tx, dropped, 'recovered', readAt);
  await insertDeliveries(tx, edits, readAt);
}
