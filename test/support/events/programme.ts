// A programme that changes while a bot follows it. The place of a conference is its own, so that its event is known whatever it is
// called.

import type { Conference, ConferenceFacts } from '../../../src/domain/conference.ts';
import type { ConferenceId, GuildId, UserId } from '../../../src/domain/ids.ts';
import type { Store } from '../../../src/store/openStore.ts';

const dayMs = 86_400_000;

/** @param inDays from now until it begins */
export function facts(number: number, inDays: number, changes: Partial<ConferenceFacts> = {}): ConferenceFacts {
  const startsAt = Math.floor(Date.now() / 1000) * 1000 + inDays * dayMs;
  return {
    title: `Workshop ${number} on public debt`,
    time: { kind: 'instants', startsAt, endsAt: startsAt + dayMs / 4, timeZone: 'Europe/Lisbon' },
    status: 'confirmed',
    place: `Hall ${number}`,
    milestones: [],
    ...changes,
  };
}

/** As a moderator says it. @param id unset: a new one */
export async function put(store: Store, guildId: GuildId, said: ConferenceFacts, id?: ConferenceId) {
  const saved = await store.conferences.put(guildId, id, said, { by: '1' as UserId, at: Date.now() }, () => []);
  if (!saved) throw new Error('no such conference');
  return saved;
}

export function factsOf(conference: Conference): ConferenceFacts {
  const { title, time, status, place, url, description, milestones } = conference;
  return {
    title,
    status,
    milestones,
    ...(time ? { time } : {}),
    ...(place === undefined ? {} : { place }),
    ...(url === undefined ? {} : { url }),
    ...(description === undefined ? {} : { description }),
  };
}
