// When moderators hear that Discord itself does not take what is to be posted: after a while, once for each trouble, and only
// where something waits.

import type { NewDelivery } from '../domain/delivery.ts';
import type { Instant } from '../domain/ids.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { findAlertRecipient } from './alertRecipient.ts';

/** Shorter troubles pass without a word. Milliseconds. */
export const tellingAfterMs = 15 * 60_000;
/** How the keys of all such alerts begin. */
export const discordTroublePrefix = 'discordTrouble:';

/** What the alert says; kept with the row. */
export interface DiscordTroubleAlert {
  readonly kind: 'discordTrouble';
  readonly since: Instant;
}

/** @param since when the trouble began, if there is one */
export function planDiscordTrouble(
  since: Instant | undefined,
  waiting: readonly GuildSettings[],
  now: Instant,
): NewDelivery[] {
  if (since === undefined || now - since < tellingAfterMs) return [];
  const payload: DiscordTroubleAlert = { kind: 'discordTrouble', since };
  return waiting.flatMap((settings) => {
    const recipient = findAlertRecipient(settings);
    if (!recipient) return [];
    const { guildId } = settings;
    const dedupeKey = `${discordTroublePrefix}${guildId}:${since}`;
    return {
      ...recipient,
      guildId,
      purpose: 'alert',
      steps: ['message'],
      payload: { ...payload },
      dedupeKey,
      orderedAt: now,
    };
  });
}
