// What Discord's answers mean for what to do next: the one table of its codes. Every error of a delivery's request becomes an
// outcome here; the sentence for moderators is that of the reason (locales: held.why, held.remedy, givenUp).
// @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json

import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';
import type { HoldReason, Outcome } from '../domain/delivery.ts';
import { RequestsPaused } from './invalidRequests.ts';

/** Codes that single requests answer in their own way. */
export const discordCodes = {
  unknownChannel: 10003,
  unknownMessage: 10008,
  alreadyCrossposted: 40033,
  invalidForm: 50035,
  threadArchived: 50083,
  threadExists: 160004,
} as const;

const minuteMs = 60_000;
/** A 429 that names no time. */
const rateLimitFallbackMs = minuteMs;
/** Whoever Cloudflare turns away is let in again after a while, not after a mend. */
const turnedAwayMs = 15 * minuteMs;

type Meaning =
  /** Nobody's fault, or too much at once: the same again after a while. */
  | { readonly does: 'wait'; readonly ms: number }
  /** The moderators are told; it goes on when they have mended it. */
  | { readonly does: 'hold'; readonly reason: HoldReason }
  /** The post stands without what this step would have added. */
  | { readonly does: 'leaveOut' }
  /** The channel is looked at anew, then tried once more. */
  | { readonly does: 'describe' }
  /** Title and link alone, then given up. */
  | { readonly does: 'fallBack' }
  | { readonly does: 'giveUp'; readonly reason: 'blocked' | 'unreachable' }
  /** A person took it away, and it stays away. */
  | { readonly does: 'end' };

const wait = (ms: number): Meaning => ({ does: 'wait', ms });
const hold = (reason: HoldReason): Meaning => ({ does: 'hold', reason });
const leaveOut: Meaning = { does: 'leaveOut' };
const describe: Meaning = { does: 'describe' };
const fallBack: Meaning = { does: 'fallBack' };

/** By Discord's JSON code, with Discord's own words for it. What is not here is held as `refused`. */
export const meanings: ReadonlyMap<number, Meaning> = new Map([
  [10003, hold('channelGone')], // Unknown channel
  [10004, hold('channelGone')], // Unknown guild
  [10008, { does: 'end' }], // Unknown message
  [10013, { does: 'giveUp', reason: 'unreachable' }], // Unknown user
  [10070, { does: 'end' }], // Unknown guild scheduled event
  [10087, describe], // Unknown tag
  [20016, wait(minuteMs)], // Slowmode rate limit
  [20022, wait(60 * minuteMs)], // This message cannot be edited due to announcement rate limits
  [20028, wait(minuteMs)], // The channel has hit the write rate limit
  [20029, wait(minuteMs)], // The server has hit the write rate limit
  [30038, leaveOut], // Maximum number of guild scheduled events reached
  [30046, wait(60 * minuteMs)], // Maximum number of edits to messages older than 1 hour reached
  [40003, wait(minuteMs)], // You are opening direct messages too fast
  [40004, wait(turnedAwayMs)], // Sending messages has been temporarily disabled
  [40006, wait(turnedAwayMs)], // This feature has been temporarily disabled server-side
  [40058, describe], // Cannot message this thread until its author has sent an initial message
  [40062, wait(minuteMs)], // Service resource is being rate limited
  [40066, hold('tagNeeded')], // There are no tags available that can be set by non-moderators
  [40067, hold('tagNeeded')], // A tag is required to create a post in this channel
  [40333, wait(turnedAwayMs)], // Internal network error: Cloudflare blocks the request
  [50001, hold('missingAccess')], // Missing access
  [50005, leaveOut], // Cannot edit a message authored by another user
  [50006, fallBack], // Cannot send an empty message
  [50007, { does: 'giveUp', reason: 'unreachable' }], // Cannot send messages to this user
  [50008, describe], // Cannot send messages in a non-text channel
  [50013, hold('missingPermissions')], // You lack permissions to perform that action
  [50024, describe], // Cannot execute action on this channel type
  [50035, fallBack], // Invalid form body
  [50068, leaveOut], // Invalid message type
  [50083, hold('threadLocked')], // Operation on an archived thread
  [50109, fallBack], // The request body contains invalid JSON
  [50278, { does: 'giveUp', reason: 'unreachable' }], // Cannot send messages to this user: no mutual guilds
  [110001, wait(turnedAwayMs)], // Application not yet available
  [130000, wait(minuteMs)], // API resource is currently overloaded
  [160005, hold('threadLocked')], // Thread is locked
  [160006, hold('threadsFull')], // Maximum number of active threads reached
  [160007, hold('threadsFull')], // Maximum number of active announcement threads reached
  [180000, leaveOut], // Cannot update a finished event
  [200000, { does: 'giveUp', reason: 'blocked' }], // Message was blocked by AutoMod
  [200001, { does: 'giveUp', reason: 'blocked' }], // Title was blocked by AutoMod
  [240000, { does: 'giveUp', reason: 'blocked' }], // Message blocked by harmful links filter
]);

/** Codes of a connection that was never made, so nothing can have landed, but where one that was made breaks off with them. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What was being done on a connection that stood. */
const brokenOff = new Set(['read', 'write']);

/** Total: any error gives an outcome, and one that may hide a success gives `unknown`. */
export function outcomeOfError(error: unknown): Outcome {
  if (error instanceof RequestsPaused) return notSent('too many refusals', error.untilMs);
  if (error instanceof RateLimitError) {
    const waitMs = Math.max(error.timeToReset, error.retryAfter, error.sublimitTimeout);
    // Where Discord names no time, @discordjs/rest reckons one of 50 ms.
    const isNamed = error.retryAfter > 0 && Number.isFinite(waitMs);
    return notSent('rate limit', isNamed ? waitMs : rateLimitFallbackMs);
  }
  if (error instanceof DiscordAPIError) return outcomeOfAnswer(Number(error.code), error.status, error.message);
  if (error instanceof HTTPError) return outcomeOfAnswer(Number.NaN, error.status, error.message);
  if (isUnauthorised(error)) return notSent('unauthorised');
  if (error instanceof Error) {
    const code = textOf(error, 'code') ?? textOf(error.cause, 'code');
    const isBrokenOff = brokenOff.has(textOf(error, 'syscall') ?? textOf(error.cause, 'syscall') ?? '');
    if (code !== undefined && neverConnected.has(code) && !isBrokenOff) return notSent(code);
    return { kind: 'unknown', cause: code ?? error.name };
  }
  return { kind: 'unknown', cause: String(error) };
}

/** Discord does not take the token: nothing more is to be asked. After the first such answer the client refuses by itself. */
export function isUnauthorised(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return error.status === 401;
  return error instanceof Error && error.message.startsWith('Expected token');
}

export function hasCode(error: unknown, code: number): boolean {
  return error instanceof DiscordAPIError && Number(error.code) === code;
}

function outcomeOfAnswer(code: number, status: number, message: string): Outcome {
  const detail = `${status} ${code} ${message.slice(0, 200)}`;
  // 408 is of something between here and Discord, which may have passed the request on.
  if (status >= 500 || status === 408) return { kind: 'unknown', cause: detail };
  if (status === 429) return notSent(detail, rateLimitFallbackMs);
  if (status === 401) return notSent('unauthorised');
  // Not Discord's own answer but of what stands before it.
  if (Number.isNaN(code)) return notSent(detail, turnedAwayMs);
  // A tag that was deleted meanwhile is named in the error, not in its code.
  if (code === discordCodes.invalidForm && message.includes('applied_tags')) return { kind: 'unfit', detail };
  return outcomeOf(meanings.get(code) ?? hold('refused'), detail);
}

function outcomeOf(meaning: Meaning, detail: string): Outcome {
  switch (meaning.does) {
    case 'wait':
      return notSent(detail, meaning.ms);
    case 'hold':
      return { kind: 'refused', reason: meaning.reason, detail };
    case 'leaveOut':
      return { kind: 'needless', detail };
    case 'describe':
      return { kind: 'unfit', detail };
    case 'fallBack':
      return { kind: 'invalid', detail };
    case 'giveUp':
      return { kind: 'impossible', reason: meaning.reason, detail };
    case 'end':
      return { kind: 'removed' };
  }
}

function notSent(cause: string, retryAfterMs?: number): Outcome {
  return { kind: 'notSent', cause, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

function textOf(error: unknown, name: 'code' | 'syscall'): string | undefined {
  const value =
    typeof error === 'object' && error !== null ? (error as Readonly<Record<string, unknown>>)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
