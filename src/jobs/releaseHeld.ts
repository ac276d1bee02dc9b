// Lets held deliveries go by themselves once what was missing is there: known from cached permissions, without a request.

import { planRecovery } from '../delivery/planEdits.ts';
import { type Delivery, permissionsFor } from '../domain/delivery.ts';
import type { GuildId, Instant } from '../domain/ids.ts';
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

/** Held until a permission is there, which cached permissions tell. */
const permissionReasons: readonly Delivery['reason'][] = ['missingPermissions', 'missingAccess', 'historyHidden'];
/** What gives no sign when it is mended is tried again this often. Milliseconds. */
const quietTrialMs = 3_600_000;

/**
 * @param changed guilds whose channels, roles or members just changed: everything held there that looks usable goes again.
 * Without it: what was known to lack a permission and lacks it no more, and, quietly and now and then, what else is held
 * @returns how many deliveries were let go
 */
export async function releaseHeld(parts: ReleaseParts, changed?: ReadonlySet<GuildId>): Promise<number> {
  let released = 0;
  for (const route of await parts.outbox.listHeld()) {
    const { guildId, channelId } = route;
    const now = parts.clock.now();
    const isMended = isUsable(route, parts.guilds) && (lacked(route) || changed?.has(guildId));
    if (!isMended && !(changed === undefined && isWorthATrial(route, now))) continue;
    const count = await parts.outbox.releaseHeld(channelId, now);
    parts.log.info('delivery.released', { guildId, channelId, count, isTrial: !isMended });
    released += count;
  }
  await parts.outbox.endHeldAlerts(parts.clock.now(), planRecovery);
  return released;
}

/** What is missing may not be what it is held for: a thread is locked whatever the bot may do. */
function lacked({ delivery: { reason, missing = [] } }: HeldRoute): boolean {
  return missing.length > 0 && permissionReasons.includes(reason);
}

function isUsable({ guildId, channelId, delivery }: HeldRoute, guilds: Guilds): boolean {
  const needed = permissionsFor(delivery, guilds.kindOf(channelId) ?? delivery.targetKind);
  return guilds.checkChannel(guildId, channelId, needed).kind === 'ready';
}

/** A channel that is gone stays gone, and a known lack is seen to end. */
function isWorthATrial(route: HeldRoute, now: Instant): boolean {
  const { reason, heldAt = now } = route.delivery;
  return reason !== 'channelGone' && !lacked(route) && now - heldAt >= quietTrialMs;
}
