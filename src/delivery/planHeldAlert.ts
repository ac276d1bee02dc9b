// The message that tells moderators, once, that a channel cannot be used and what to mend.

import type { Delivery, HoldReason, NewDelivery } from '../domain/delivery.ts';
import type { ChannelId, Instant } from '../domain/ids.ts';
import type { Permission } from '../domain/permission.ts';
import type { GuildSettings } from '../domain/settings.ts';

/** What a held route's alert says; kept with the row. */
export interface HeldAlert {
  readonly kind: 'held';
  readonly channelId: ChannelId;
  readonly reason: HoldReason;
  readonly missing: readonly Permission[];
}

/** Undefined where nobody can be told there: no alerts channel, or it is the very channel that is held. */
export function planHeldAlert(
  held: Delivery,
  alert: Omit<HeldAlert, 'kind'>,
  settings: GuildSettings,
  now: Instant,
): NewDelivery | undefined {
  const channelId = settings.alertsChannelId;
  if (channelId === undefined || channelId === held.channelId || held.purpose === 'alert') return undefined;
  return {
    guildId: held.guildId,
    channelId,
    targetKind: 'text',
    purpose: 'alert',
    steps: ['message'],
    payload: { kind: 'held', ...alert } satisfies HeldAlert,
    dedupeKey: `alert:${alert.channelId}:${alert.reason}`,
    orderedAt: now,
  };
}
