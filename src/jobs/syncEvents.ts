// Keeps Discord's own events beside the record: where something changed, and everywhere once an hour, what there is is compared with
// what is to be, and rows are added. Nothing is sent from here.

import { assumeUnchanged, type EventScene, planScheduledEvents } from '../delivery/planScheduledEvents.ts';
import type { GuildId, Instant } from '../domain/ids.ts';
import type { Log } from '../kit/log.ts';
import type { Clock } from '../ports/clock.ts';
import type { GuildEvents } from '../ports/guildEvents.ts';
import type { Guilds } from '../ports/guilds.ts';
import type { KeptEvents } from '../ports/keptEvents.ts';
import { listWishes, type WishPorts } from './eventWishes.ts';
import { isDefect } from './isDefect.ts';

export interface SyncEventsParts extends WishPorts {
  readonly keptEvents: KeptEvents;
  readonly guildEvents: Pick<GuildEvents, 'list'>;
  readonly guilds: Pick<Guilds, 'isKnown'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** How often all guilds are looked at, so that what people do there is seen. Milliseconds. */
const lookEveryMs = 3_600_000;

/** @returns looks once; to be called every half minute */
export function createSyncEvents(parts: SyncEventsParts): () => Promise<void> {
  const { keptEvents, guilds, clock, log } = parts;
  const stirred = new Set<GuildId>();
  const toLookAt = new Set<GuildId>();
  let lastAt: Instant | undefined;
  let lookedAt: Instant | undefined;
  return async () => {
    const now = clock.now();
    // Also after a clock was set back.
    const isHourly = lookedAt === undefined || Math.abs(now - lookedAt) >= lookEveryMs;
    for (const guildId of await keptEvents.listGuilds(isHourly ? undefined : lastAt)) {
      (isHourly ? toLookAt : stirred).add(guildId);
    }
    lastAt = now;
    if (isHourly) lookedAt = now;
    for (const guildId of new Set([...stirred, ...toLookAt])) {
      if (!guilds.isKnown(guildId)) continue;
      const added = await syncGuild(guildId, toLookAt.has(guildId), parts).catch((error: unknown) => {
        // One server's defect is looked at again, and stops no other.
        if (!isDefect(error)) throw error;
        log.error('job.failed', { job: 'syncEvents', guildId, err: error });
        return undefined;
      });
      if (added === undefined) continue;
      stirred.delete(guildId);
      toLookAt.delete(guildId);
      if (added > 0) log.info('events.planned', { guildId, count: added });
    }
  };
}

/** @param isLook whether Discord is asked although nothing is known to be done @returns rows added; undefined: Discord did not tell */
async function syncGuild(guildId: GuildId, isLook: boolean, parts: SyncEventsParts): Promise<number | undefined> {
  const { keptEvents, guildEvents, clock } = parts;
  const now = clock.now();
  const kept = await keptEvents.list(guildId);
  const waiting = await keptEvents.listWaiting(guildId);
  const wishes = await listWishes(guildId, kept, now, parts);
  const scene: EventScene = { guildId, wishes, kept, waiting, now, events: assumeUnchanged(kept, now) };
  if (wishes.length === 0 || (!isLook && planScheduledEvents(scene).length === 0)) return 0;
  const listed = await guildEvents.list(guildId);
  if (listed.kind !== 'events') return undefined;
  return keptEvents.plan(guildId, planScheduledEvents({ ...scene, events: listed.events }), now);
}
