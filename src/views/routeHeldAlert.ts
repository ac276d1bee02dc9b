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
export function heldInWords(facts: HeldFacts, say: Say): string {
  const { reason, missing, waiting } = facts;
  const remedy = isNamed(facts) ? say('held.remedy.named', { count: missing.length }) : say(`held.remedy.${reason}`);
  return `${holdInWords(facts, say)} ${say('held.waiting', { count: waiting })} ${remedy}`;
}

/** What is wrong. */
export function holdInWords(facts: Omit<HeldFacts, 'waiting'>, say: Say): string {
  const { channelId, reason, missing } = facts;
  const args = { channel: `<#${channelId}>`, permissions: permissionNames(missing, say), count: missing.length };
  return isNamed(facts) ? say('held.why.named', args) : say(`held.why.${reason}`, args);
}

function isNamed({ reason, missing }: Pick<HeldFacts, 'reason' | 'missing'>): boolean {
  return missing.length > 0 && (reason === 'missingPermissions' || reason === 'missingAccess');
}
