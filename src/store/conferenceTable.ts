// The SQL of conferences and conference_names that others run within their own transactions, and a row as the domain knows it.

import type { Selectable } from 'kysely';
import type { Conference, ConferenceTime } from '../domain/conference.ts';
import { type ConferenceClaim, speaksOf } from '../domain/conferenceClaim.ts';
import type { ConferenceId, GuildId, Instant } from '../domain/ids.ts';
import { spanOf } from '../domain/moment.ts';
import type { ConferencesTable } from './programmeSchema.ts';
import { inChunks, withoutNulls } from './rows.ts';
import type { Db } from './schema.ts';

export type ConferenceRow = Selectable<ConferencesTable>;
type NewConference = Omit<Conference, 'id'>;

export async function findConference(db: Db, guildId: GuildId, id: ConferenceId): Promise<Conference | undefined> {
  const row = await db
    .selectFrom('conferences')
    .selectAll()
    .where('id', '=', id)
    .where('guildId', '=', guildId)
    .executeTakeFirst();
  return row && toConference(row);
}

/** By the first of the names that is known. */
export async function findByNames(db: Db, guildId: GuildId, names: readonly string[]): Promise<Conference | undefined> {
  const known = await db
    .selectFrom('conferenceNames')
    .select(['name', 'conferenceId'])
    .where('guildId', '=', guildId)
    .where('name', 'in', names)
    .execute();
  const ids = new Map(known.map(({ name, conferenceId }) => [name, conferenceId]));
  const id = names.map((name) => ids.get(name)).find((found) => found !== undefined);
  return id === undefined ? undefined : findConference(db, guildId, id);
}

/** The record a claim speaks of: by its own names, else by a title on its day, else by an address that is not another event's too. */
export async function findClaimed(
  db: Db,
  guildId: GuildId,
  claim: Pick<ConferenceClaim, 'names' | 'origin' | 'source' | 'facts' | 'movedFrom'>,
  at: Instant,
): Promise<Conference | undefined> {
  const own = claim.names.filter(isOwn);
  const meant = own.length === 0 ? undefined : await findByNames(db, guildId, own);
  if (meant) return meant;
  const shared = claim.names.filter((name) => !isOwn(name));
  const isDated = (name: string) => name.startsWith('title:');
  for (const name of [...shared.filter(isDated), ...shared.filter((other) => !isDated(other))]) {
    const found = await findByNames(db, guildId, [name]);
    if (!found) continue;
    const areListed = claim.names.some(isUid) && (await isListed(db, found));
    // Two events of one calendar, or of one page, are two, whatever title or address they share.
    const isOther = areListed && Object.values(found.evidence).some(({ source }) => source === claim.source);
    if (!isOther && speaksOf(claim, found, areListed, at)) return found;
  }
  return undefined;
}

async function isListed(db: Db, { id }: Conference): Promise<boolean> {
  const known = await db.selectFrom('conferenceNames').select('name').where('conferenceId', '=', id).execute();
  return known.some(({ name }) => isUid(name));
}

function isUid(name: string): boolean {
  return name.startsWith('uid:');
}

/** No other event has it. */
function isOwn(name: string): boolean {
  return isUid(name) || name.startsWith('article:');
}

/** A name that means another conference already goes on to mean it. */
export async function saveNames(db: Db, { guildId, id }: Conference, names: readonly string[]): Promise<void> {
  for (const chunk of inChunks(names)) {
    await db
      .insertInto('conferenceNames')
      .values(chunk.map((name) => ({ guildId, name, conferenceId: id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export async function insertConference(db: Db, conference: NewConference): Promise<Conference> {
  const { id } = await db
    .insertInto('conferences')
    .values(toColumns(conference))
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ...conference, id };
}

export async function updateConference(db: Db, conference: Conference): Promise<void> {
  await db.updateTable('conferences').set(toColumns(conference)).where('id', '=', conference.id).execute();
}

export function toConference(row: ConferenceRow): Conference {
  const { startsOn, endsOn, startsAt, endsAt, timeZone, beginsAt: _, overAt: __, ...rest } = row;
  const time = toTime(row);
  return {
    ...withoutNulls(rest),
    milestones: JSON.parse(row.milestones),
    evidence: JSON.parse(row.evidence),
    ...(time ? { time } : {}),
  };
}

function toColumns(conference: NewConference): Omit<ConferenceRow, 'id'> {
  const { time, place = null, url = null, description = null, articleId = null, milestones, evidence } = conference;
  const { guildId, uid, title, status, standing, sequence, createdAt, changedAt } = conference;
  const empty = { startsOn: null, endsOn: null, startsAt: null, endsAt: null, timeZone: null };
  return {
    ...{ guildId, uid, title, status, standing, sequence, createdAt, changedAt, place, url, description, articleId },
    ...empty,
    ...(time?.kind === 'days' ? { startsOn: time.startsOn, endsOn: time.endsOn } : {}),
    ...(time?.kind === 'instants'
      ? { startsAt: time.startsAt, endsAt: time.endsAt ?? null, timeZone: time.timeZone }
      : {}),
    ...spanOf(conference),
    milestones: JSON.stringify(milestones),
    evidence: JSON.stringify(evidence),
  };
}

function toTime({ startsOn, endsOn, startsAt, endsAt, timeZone }: ConferenceRow): ConferenceTime | undefined {
  if (startsOn !== null) return { kind: 'days', startsOn, endsOn: endsOn ?? startsOn };
  if (startsAt === null) return undefined;
  const time = { kind: 'instants', startsAt, timeZone: timeZone ?? 'UTC' } as const;
  return endsAt === null ? time : { ...time, endsAt };
}
