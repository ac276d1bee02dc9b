// When moderators hear that a source cannot be read: each kind of trouble at its own time, once, and once more after a week.

import type { NewDelivery } from '../domain/delivery.ts';
import type { Instant, SourceId } from '../domain/ids.ts';
import { type Source, type SourceTrouble, troubleKey } from '../domain/source.ts';
import { findAlertRecipient } from './alertRecipient.ts';
import type { Interested } from './planArticleDeliveries.ts';

/** Codes that will not heal by waiting: told at the third sighting. */
const lasting: readonly string[] = [
  'htmlInsteadOfFeed',
  'login',
  'gone',
  'addressPrivate',
  'addressInvalid',
  'layoutChanged',
];
const tellingSightings = 3;
const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

/** What the alert says; kept with the row. */
export interface TroubleAlert {
  readonly kind: 'trouble';
  readonly sourceId: SourceId;
  readonly title: string;
  readonly url: string;
  readonly code: string;
  readonly since: Instant;
  /** Whether the site was stopped being read because it said that it is gone. */
  readonly isStopped: boolean;
}

/** True for a site that has said often enough that its feed is gone for good. */
export function isGoneForGood({ code, sightings }: Pick<SourceTrouble, 'code' | 'sightings'>): boolean {
  return code === 'gone' && sightings >= tellingSightings;
}

/** At most one for each guild and time; what was told already has the same dedupe key. */
export function planTroubleAlerts(source: Source, interests: readonly Interested[], now: Instant): NewDelivery[] {
  const { trouble } = source;
  const time = trouble && timeToTell(trouble, now);
  if (!trouble || !time) return [];
  const { id: sourceId, title, url } = source;
  const { code, since } = trouble;
  const alert: TroubleAlert = { kind: 'trouble', sourceId, title, url, code, since, isStopped: isGoneForGood(trouble) };
  return interests.flatMap(({ subscription: { guildId }, settings }) => {
    const recipient = findAlertRecipient(settings);
    if (!recipient) return [];
    const dedupeKey = `${troubleKey(sourceId, since)}${time}:${guildId}`;
    return {
      ...recipient,
      guildId,
      purpose: 'alert',
      steps: ['message'],
      payload: { ...alert },
      dedupeKey,
      orderedAt: now,
    };
  });
}

/** Unset: nobody is told yet. */
export function timeToTell({ code, sightings, since }: SourceTrouble, now: Instant): 'first' | 'again' | undefined {
  if (now - since >= weekMs) return 'again';
  const isTime = lasting.includes(code) ? sightings >= tellingSightings : now - since >= dayMs;
  return isTime ? 'first' : undefined;
}
