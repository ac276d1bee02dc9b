// The weekly digest of a guild's programme: what is new, what is due, what comes next. Nothing to say is no message.

import type { Conference } from '../domain/conference.ts';
import { type Deadline, listDeadlines } from '../domain/deadline.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import type { DigestWeek } from '../domain/digestWeek.ts';
import type { ConferenceId, Instant } from '../domain/ids.ts';
import { dayIn, spanOf } from '../domain/moment.ts';
import type { GuildSettings } from '../domain/settings.ts';

/** How far ahead deadlines are told of. Milliseconds. */
const dueWithinMs = 14 * 86_400_000;

/** Conferences of each kind that are kept with the row; a message shows five and counts the others. */
const idsKept = 100;

/** Kept with the row. What is said of them is read when it leaves. */
export interface ProgrammeDigestPayload {
  readonly kind: 'programme';
  readonly at: Instant;
  readonly newIds: readonly ConferenceId[];
  readonly dueIds: readonly ConferenceId[];
  readonly nextIds: readonly ConferenceId[];
}

/** @param conferences that members may see, in order of their beginning */
export function planProgrammeDigest(
  conferences: readonly Conference[],
  { guildId, conferencesChannelId: channelId, timeZone }: GuildSettings,
  week: DigestWeek,
  now: Instant,
): readonly NewDelivery[] {
  const ahead = conferences.filter((one) => one.status !== 'cancelled' && spanOf(one).overAt > now);
  const isNew = ({ createdAt }: Conference) => createdAt >= week.lastAt;
  const payload: ProgrammeDigestPayload = {
    kind: 'programme',
    at: now,
    newIds: first(ahead.filter(isNew)),
    dueIds: first(listDueSoon(conferences, now, timeZone).map(({ conference }) => conference)),
    nextIds: first(ahead.filter(({ time }) => isNext(time, now, timeZone))),
  };
  const isEmpty = payload.newIds.length + payload.dueIds.length + payload.nextIds.length === 0;
  if (isEmpty || channelId === undefined) return [];
  return [
    {
      ...{ guildId, channelId, targetKind: 'text', purpose: 'digest', steps: ['message'] },
      payload: { ...payload },
      dedupeKey: `programmeDigest:${guildId}:${week.name}`,
      orderedAt: now,
    },
  ];
}

/** What has no date yet comes next at no time, and of whole days those count that begin where the society is. */
function isNext(time: Conference['time'], now: Instant, home: string): boolean {
  if (time?.kind === 'days') return time.startsOn >= dayIn(now, home);
  return time !== undefined && time.startsAt > now;
}

function first(conferences: readonly Conference[]): ConferenceId[] {
  return [...new Set(conferences.map(({ id }) => id))].slice(0, idsKept);
}

/** @param home zone of the society */
export function listDueSoon(conferences: readonly Conference[], at: Instant, home: string): Deadline[] {
  return listDeadlines(conferences, { from: at, until: at + dueWithinMs }, home);
}
