// Tells the moderators, in their alerts channel, that a channel cannot be used: why, what waits, and what to mend.

import type { HoldReason } from '../domain/delivery.ts';
import type { ChannelId, DeliveryId } from '../domain/ids.ts';
import type { Permission } from '../domain/permission.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, container, present, textBlock } from './blocks.ts';
import { permissionNames } from './permissionNames.ts';

export interface HeldFacts {
  readonly channelId: ChannelId;
  readonly reason: HoldReason;
  /** Permissions known to be missing; may be empty. */
  readonly missing: readonly Permission[];
  /** How many deliveries wait. */
  readonly waiting: number;
}

export interface RouteHeldAlert extends HeldFacts {
  readonly deliveryId: DeliveryId;
  readonly say: Say;
}

export function routeHeldAlert({ deliveryId, say, ...held }: RouteHeldAlert): MessageView {
  return {
    components: [
      container([textBlock(heldInWords(held, say)), ...present(recheckRow(held.channelId, deliveryId, say))]),
    ],
  };
}

/** The button that looks at a held channel again and posts what waits. */
export function recheckRow(channelId: ChannelId, deliveryId: DeliveryId, say: Say) {
  return buttonRow([actionButton(say('held.recheck'), customId('status', 'recheck', `${channelId}.${deliveryId}`))]);
}

/** What is wrong, how much waits, what to do. */
export function heldInWords({ channelId, reason, missing, waiting }: HeldFacts, say: Say): string {
  const args = { channel: `<#${channelId}>`, permissions: permissionNames(missing, say), count: missing.length };
  const isNamed = missing.length > 0 && (reason === 'missingPermissions' || reason === 'missingAccess');
  const why = isNamed ? say('held.why.named', args) : say(`held.why.${reason}`, args);
  const remedy = isNamed ? say('held.remedy.named', args) : say(`held.remedy.${reason}`, args);
  return `${why} ${say('held.waiting', { count: waiting })} ${remedy}`;
}
