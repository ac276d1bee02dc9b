// What moderators are told because of what became of a delivery: that a channel cannot be used, or that Discord takes one
// article not at all. Once each, in the alerts channel, else as a direct message to whoever set the bot up.

import {
  type Concern,
  concernOf,
  type Delivery,
  type HoldReason,
  type NewDelivery,
  type Transition,
} from '../domain/delivery.ts';
import type { ArticleId, ChannelId, ConferenceId, Instant } from '../domain/ids.ts';
import type { Permission } from '../domain/permission.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { findAlertRecipient } from './alertRecipient.ts';
import type { DigestPayload } from './planFloodAnswer.ts';

/** What a held route's alert says; kept with the row. */
export interface HeldAlert {
  readonly kind: 'held';
  readonly channelId: ChannelId;
  readonly reason: HoldReason;
  readonly missing: readonly Permission[];
  readonly concern: Concern;
}

/** Discord takes this article, this list of articles or this conference in no form, and never will. */
export interface GivenUpAlert extends Brought {
  readonly kind: 'givenUp';
  readonly channelId: ChannelId;
  readonly reason: 'invalid' | 'blocked';
}

interface Brought {
  /** Of a list of several the newest. */
  readonly articleId?: ArticleId;
  readonly conferenceId?: ConferenceId;
}

export function planAlerts(
  row: Delivery,
  transition: Transition,
  settings: GuildSettings,
  now: Instant,
): readonly NewDelivery[] {
  // Who is reminded of what is no concern of moderators, and a person's messages are nothing they could mend.
  if (row.purpose === 'reminder' && row.targetKind === 'direct') return [];
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
  const { channelId } = row;
  if (transition.to === 'held') {
    const { reason, missing } = transition;
    const concern = concernOf(row);
    return { kind: 'held', channelId, reason, missing, concern, dedupeKey: `alert:${channelId}:${reason}:${concern}` };
  }
  if (transition.to !== 'dead' || (transition.reason !== 'invalid' && transition.reason !== 'blocked'))
    return undefined;
  const brought = broughtBy(row);
  return (
    brought && { kind: 'givenUp', channelId, ...brought, reason: transition.reason, dedupeKey: `givenUp:${row.id}` }
  );
}

/** What members would have seen; of changes and alerts nothing is lost to them. */
function broughtBy({ purpose, articleId, conferenceId, payload }: Delivery): Brought | undefined {
  if (purpose === 'conference') return conferenceId && { conferenceId };
  const { articleIds } = (payload ?? {}) as Partial<DigestPayload>;
  const newest = purpose === 'digest' ? (articleIds?.at(-1) as ArticleId | undefined) : articleId;
  return (purpose === 'digest' || purpose === 'article') && newest !== undefined ? { articleId: newest } : undefined;
}
