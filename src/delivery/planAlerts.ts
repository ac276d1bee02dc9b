// What moderators are told because of what became of a delivery: that a channel cannot be used, or that Discord takes one
// article not at all. Once each, in the alerts channel, else as a direct message to whoever set the bot up.

import {
  type Delivery,
  type HoldReason,
  holdsUpChannel,
  type NewDelivery,
  type Transition,
} from '../domain/delivery.ts';
import type { ArticleId, ChannelId, Instant } from '../domain/ids.ts';
import type { Permission } from '../domain/permission.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { findAlertRecipient } from './alertRecipient.ts';

/** What a held route's alert says; kept with the row. */
export interface HeldAlert {
  readonly kind: 'held';
  readonly channelId: ChannelId;
  readonly reason: HoldReason;
  readonly missing: readonly Permission[];
  /** Whether the posts themselves go out, and only what follows them waits: discussions, publishing. */
  readonly isAfter: boolean;
}

/** Discord takes this article in no form, and never will. */
export interface GivenUpAlert {
  readonly kind: 'givenUp';
  readonly channelId: ChannelId;
  readonly articleId: ArticleId;
  readonly reason: 'invalid' | 'blocked';
}

export function planAlerts(
  row: Delivery,
  transition: Transition,
  settings: GuildSettings,
  now: Instant,
): readonly NewDelivery[] {
  const alert = alertAbout(row, transition);
  const recipient = alert && findAlertRecipient(settings, row.channelId);
  if (!alert || !recipient) return [];
  const { dedupeKey, ...payload } = alert;
  return [
    { ...recipient, guildId: row.guildId, purpose: 'alert', steps: ['message'], payload, dedupeKey, orderedAt: now },
  ];
}

function alertAbout(
  row: Delivery,
  transition: Transition,
): ((HeldAlert | GivenUpAlert) & { readonly dedupeKey: string }) | undefined {
  const { channelId, articleId } = row;
  if (transition.to === 'held') {
    const { reason, missing } = transition;
    const isAfter = !holdsUpChannel(row);
    const dedupeKey = `alert:${channelId}:${reason}${isAfter ? ':after' : ''}`;
    return { kind: 'held', channelId, reason, missing, isAfter, dedupeKey };
  }
  const isGivenUp = transition.to === 'dead' && row.purpose === 'article' && articleId !== undefined;
  if (!isGivenUp || (transition.reason !== 'invalid' && transition.reason !== 'blocked')) return undefined;
  return { kind: 'givenUp', channelId, articleId, reason: transition.reason, dedupeKey: `givenUp:${row.id}` };
}
