// The first message in a server that has just invited the bot: what it does, and a button with which moderators set it up.

import { type Arrival, welcomePrefix } from '../domain/arrival.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import type { Clock } from '../ports/clock.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { Settings } from '../ports/settings.ts';

export interface WelcomeAlert {
  readonly kind: 'welcome';
  readonly locale: string;
}

export interface WelcomeParts {
  readonly settings: Pick<Settings, 'get'>;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly clock: Clock;
}

/** Once for each invitation; a server that was set up before needs no word. */
export async function welcome(
  { settings, outbox, clock }: WelcomeParts,
  { guildId, channelId, locale, joinedAt }: Arrival,
): Promise<void> {
  const { articlesChannelId } = await settings.get(guildId);
  if (channelId === undefined || articlesChannelId !== undefined) return;
  const payload: WelcomeAlert = { kind: 'welcome', locale };
  const now = clock.now();
  const delivery: NewDelivery = {
    ...{ guildId, channelId, targetKind: 'text', purpose: 'alert', steps: ['message'] },
    payload: { ...payload },
    dedupeKey: `${welcomePrefix}${guildId}:${joinedAt}`,
    orderedAt: now,
  };
  await outbox.add([delivery], now);
}
