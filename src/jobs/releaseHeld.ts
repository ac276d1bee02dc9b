// Lets held deliveries go by themselves once what was missing is there: from cached permissions, without a request.

import type { GuildId } from '../domain/ids.ts';
import { permissionsToPost } from '../domain/permission.ts';
import type { Log } from '../kit/log.ts';
import type { Clock } from '../ports/clock.ts';
import type { Guilds } from '../ports/guilds.ts';
import type { HeldRoute, Outbox } from '../ports/outbox.ts';

export interface ReleaseParts {
  readonly outbox: Outbox;
  readonly guilds: Guilds;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * @param changed a guild whose channels, roles or members just changed; without it only routes are released that were known to
 * lack a permission, so that a refusal with another cause is not tried for ever
 * @returns how many deliveries were let go
 */
export async function releaseHeld(parts: ReleaseParts, changed?: GuildId): Promise<number> {
  let released = 0;
  for (const route of await parts.outbox.listHeld()) {
    if (
      changed === undefined
        ? !isReadyNow(route, parts.guilds)
        : route.guildId !== changed || !isUsable(route, parts.guilds)
    ) {
      continue;
    }
    const count = await parts.outbox.releaseHeld(route.channelId, parts.clock.now());
    parts.log.info('delivery.released', { guildId: route.guildId, channelId: route.channelId, count });
    released += count;
  }
  return released;
}

function isReadyNow(route: HeldRoute, guilds: Guilds): boolean {
  return (route.delivery.missing?.length ?? 0) > 0 && isUsable(route, guilds);
}

function isUsable(route: HeldRoute, guilds: Guilds): boolean {
  if (route.delivery.reason === 'unauthorised') return false;
  const needed = permissionsToPost(route.delivery.steps.includes('thread'));
  return guilds.checkChannel(route.guildId, route.channelId, needed).kind === 'ready';
}
