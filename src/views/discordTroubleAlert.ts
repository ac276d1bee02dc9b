// Tells the moderators that Discord itself does not take what is to be posted, so that nobody looks for the fault in the server.

import type { DeliveryId, Instant } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { container, present, textBlock } from './blocks.ts';
import { serverRow } from './serverRow.ts';
import { timestamp } from './text.ts';

export interface DiscordTrouble {
  readonly since: Instant;
  /** Set once it is over. */
  readonly recoveredAt?: Instant;
  readonly deliveryId: DeliveryId;
  readonly say: Say;
}

export function discordTroubleAlert({ since, recoveredAt, deliveryId, say }: DiscordTrouble): MessageView {
  const from = timestamp(since, 'F');
  if (recoveredAt !== undefined) {
    const over = say('discordAlert.recovered', { since: from, at: timestamp(recoveredAt, 'F') });
    return { components: [container([textBlock(over)])] };
  }
  // There is nothing to press, but the marker must be somewhere.
  const row = serverRow(customId('status', 'recheck', `0.${deliveryId}`), say);
  return { components: [container([textBlock(say('discordAlert.silent', { since: from })), ...present(row)])] };
}
