// The nonce of a message create. Deterministic, so that a repeated request within Discord's window makes no second message.

import { createHash } from 'node:crypto';
import type { Step } from '../domain/delivery.ts';
import type { DeliveryId } from '../domain/ids.ts';

/** @see https://docs.discord.com/developers/resources/message#create-message-jsonform-params "Can be … up to 25 characters" */
export const nonceLimit = 25;

/** The same for every attempt of one step, different for every other step and delivery. */
export function nonceOf(id: DeliveryId, step: Step): string {
  return createHash('sha256').update(`${id}:${step}`).digest('base64url').slice(0, nonceLimit);
}
