// What Discord's answers mean for what to do next: the one table of its codes. The publisher reports outcomes from it.
// @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json

import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';
import type { HoldReason, Outcome } from '../domain/delivery.ts';

/** Discord's JSON error codes that the bot tells apart. */
export const discordCodes = {
  unknownChannel: 10003,
  unknownGuild: 10004,
  unknownMessage: 10008,
  missingAccess: 50001,
  missingPermissions: 50013,
  invalidForm: 50035,
  threadExists: 160004,
} as const;

const holds: ReadonlyMap<number, HoldReason> = new Map([
  [discordCodes.unknownChannel, 'channelGone'],
  [discordCodes.unknownGuild, 'channelGone'],
  [discordCodes.missingAccess, 'missingAccess'],
  [discordCodes.missingPermissions, 'missingPermissions'],
]);

/** Codes of a connection that was never made, so nothing can have landed. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** A 429 that names no time: wait a minute. Milliseconds. */
const rateLimitFallbackMs = 60_000;

/** Total: any error gives an outcome, and one that may hide a success gives `unknown`. */
export function outcomeOfError(error: unknown): Outcome {
  if (error instanceof RateLimitError) {
    const waitMs = Math.max(error.timeToReset, error.retryAfter, error.sublimitTimeout);
    return {
      kind: 'notSent',
      cause: 'rate limit',
      retryAfterMs: Number.isFinite(waitMs) && waitMs > 0 ? waitMs : rateLimitFallbackMs,
    };
  }
  if (error instanceof DiscordAPIError) return outcomeOfAnswer(Number(error.code), error.status, error.message);
  if (error instanceof HTTPError) return outcomeOfAnswer(0, error.status, error.message);
  if (error instanceof Error) {
    const code = codeOf(error) ?? codeOf(error.cause);
    if (code !== undefined && neverConnected.has(code)) return { kind: 'notSent', cause: code };
    if (error.message.startsWith('Expected token'))
      return { kind: 'refused', reason: 'unauthorised', detail: 'token refused' };
    return { kind: 'unknown', cause: code ?? error.name };
  }
  return { kind: 'unknown', cause: String(error) };
}

function outcomeOfAnswer(code: number, status: number, message: string): Outcome {
  const detail = `${status} ${code} ${message.slice(0, 200)}`;
  if (status >= 500) return { kind: 'unknown', cause: detail };
  if (status === 429) return { kind: 'notSent', cause: detail, retryAfterMs: rateLimitFallbackMs };
  if (status === 401) return { kind: 'refused', reason: 'unauthorised', detail };
  if (code === discordCodes.unknownMessage) return { kind: 'removed' };
  if (code === discordCodes.invalidForm) return { kind: 'invalid', detail };
  return { kind: 'refused', reason: holds.get(code) ?? 'refused', detail };
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
