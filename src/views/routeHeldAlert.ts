// Tells the moderators, in their alerts channel, that a channel cannot be used: why, what waits, and what to mend.

import type { HoldReason } from '../domain/delivery.ts';
import type { ChannelId, DeliveryId, Instant } from '../domain/ids.ts';
import type { Permission } from '../domain/permission.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, container, present, textBlock } from './blocks.ts';
import { permissionNames } from './permissionNames.ts';
import { serverRow } from './serverRow.ts';
import { timestamp } from './text.ts';

export interface HeldFacts {
  readonly channelId: ChannelId;
  readonly reason: HoldReason;
  /** Permissions known to be missing; may be empty. */
  readonly missing: readonly Permission[];
  /** True: posts go out, and only what follows them waits. */
  readonly isAfter?: boolean;
  /** How many deliveries wait. */
  readonly waiting: number;
}

export interface RouteHeldAlert extends HeldFacts {
  readonly deliveryId: DeliveryId;
  /** Whether it goes to one person, outside of the server. */
  readonly isDirect?: boolean;
  /** Set once it is over. */
  readonly recoveredAt?: Instant;
  readonly say: Say;
}

export function routeHeldAlert({ deliveryId, isDirect, recoveredAt, say, ...held }: RouteHeldAlert): MessageView {
  if (recoveredAt !== undefined) {
    const over = say('held.recovered', { channel: `<#${held.channelId}>`, at: timestamp(recoveredAt, 'F') });
    return { components: [container([textBlock(over)])] };
  }
  const marker = customId('status', 'recheck', `${held.channelId}.${deliveryId}`);
  const row = isDirect === true ? serverRow(marker, say) : recheckRow(held, deliveryId, say);
  return { components: [container([textBlock(heldInWords(held, say)), ...present(row)])] };
}

/** The buttons that look at a held channel again and post what waits, or give up what follows its posts. */
export function recheckRow({ channelId, isAfter }: HeldFacts, deliveryId: DeliveryId, say: Say) {
  const id = `${channelId}.${deliveryId}`;
  return buttonRow([
    actionButton(say('held.recheck'), customId('status', 'recheck', id)),
    isAfter ? actionButton(say('held.leaveOut'), customId('status', 'leaveOut', id)) : undefined,
  ]);
}

/** What is wrong, how much waits, what to do. */
export function heldInWords(facts: HeldFacts, say: Say): string {
  const { missing, waiting, isAfter = false, reason } = facts;
  const remedy = isNamed(facts) ? say('held.remedy.named', { count: missing.length }) : say(`held.remedy.${reason}`);
  const waits = say(isAfter ? 'held.waitingAfter' : 'held.waiting', { count: waiting });
  return `${holdInWords(facts, say)} ${waits} ${remedy}`;
}

/** What is wrong. */
export function holdInWords(facts: Omit<HeldFacts, 'waiting'>, say: Say): string {
  const { channelId, reason, missing, isAfter = false } = facts;
  const args = { channel: `<#${channelId}>`, permissions: permissionNames(missing, say), count: missing.length };
  if (!isNamed(facts)) return say(`held.why.${reason}`, args);
  return say(isAfter ? 'held.why.namedAfter' : 'held.why.named', args);
}

function isNamed({ reason, missing }: Pick<HeldFacts, 'reason' | 'missing'>): boolean {
  return missing.length > 0 && (reason === 'missingPermissions' || reason === 'missingAccess');
}
