// Tells the moderators, in their alerts channel, that a channel cannot be used: why, what waits, and what to mend.

import type { Concern, HoldReason } from '../domain/delivery.ts';
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
  /** What cannot be done there. Unset: posting. */
  readonly concern?: Concern;
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
    const over = say('held.recovered', { channel: heldPlace(held, say), at: timestamp(recoveredAt, 'F') });
    return { components: [container([textBlock(over)])] };
  }
  const marker = customId('status', 'recheck', `${held.channelId}.${deliveryId}`);
  const row = isDirect === true ? serverRow(marker, say) : recheckRow(held, deliveryId, say);
  return { components: [container([textBlock(heldInWords(held, say)), ...present(row)])] };
}

/** The buttons that look at a held channel again and post what waits, or leave out what follows its posts. */
export function recheckRow({ channelId, concern = 'posts' }: HeldFacts, deliveryId: DeliveryId, say: Say) {
  const id = `${channelId}.${deliveryId}`;
  const mayLeaveOut = concern === 'discussions' || concern === 'publishing';
  return buttonRow([
    actionButton(say(concern === 'posts' ? 'held.recheck' : 'held.tryAgain'), customId('status', 'recheck', id)),
    mayLeaveOut ? actionButton(say(`held.leaveOut.${concern}`), customId('status', 'leaveOut', id)) : undefined,
  ]);
}

/** What is wrong, how much waits, what to do. */
export function heldInWords(facts: HeldFacts, say: Say): string {
  const { waiting, concern = 'posts' } = facts;
  return `${holdInWords(facts, say)} ${say(`held.waiting.${concern}`, { count: waiting })} ${remedyInWords(facts, say)}`;
}

function remedyInWords(facts: HeldFacts, say: Say): string {
  const count = facts.missing.length;
  if (facts.concern === 'events')
    return isNamed(facts) ? say('held.eventsRemedy.permission', { count }) : say('held.eventsRemedy.unnamed');
  return isNamed(facts) ? say('held.remedy.named', { count }) : say(`held.remedy.${facts.reason}`);
}

/** What is held up: a channel, or what the guild itself has. */
export function heldPlace({ channelId, concern }: Pick<HeldFacts, 'channelId' | 'concern'>, say: Say): string {
  return concern === 'events' ? say('held.serverEvents') : `<#${channelId}>`;
}

/** What is wrong. */
export function holdInWords(facts: Omit<HeldFacts, 'waiting'>, say: Say): string {
  const { channelId, reason, missing, concern = 'posts' } = facts;
  const args = { channel: `<#${channelId}>`, permissions: permissionNames(missing, say), count: missing.length };
  if (isNamed(facts)) return say(`held.named.${concern}`, args);
  // Why posts cannot go out is told by the reason; that something else cannot be done has to be told as well.
  const isVague = reason === 'missingAccess' || reason === 'missingPermissions' || reason === 'refused';
  if (concern === 'events') return say('held.unable.events');
  return concern === 'posts' || !isVague ? say(`held.why.${reason}`, args) : say(`held.unable.${concern}`, args);
}

function isNamed({ reason, missing }: Pick<HeldFacts, 'reason' | 'missing'>): boolean {
  return missing.length > 0 && (reason === 'missingPermissions' || reason === 'missingAccess');
}
