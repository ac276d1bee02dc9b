// What Discord says of the bot and its application, without logging in: three requests, nothing else.

import { DiscordAPIError, REST } from '@discordjs/rest';
import {
  type APIApplication,
  type APIUser,
  ApplicationFlags,
  type RESTGetAPIGatewayBotResult,
  type RESTOptions,
  Routes,
} from 'discord.js';
import type { Instant, UserId } from '../domain/ids.ts';
import { type RestSettings, restOptions } from './createRest.ts';

export interface BotFacts {
  readonly kind: 'accepted';
  readonly id: UserId;
  readonly name: string;
  /** By Discord's clock, to the second. */
  readonly discordAt?: Instant;
  /** Commands are sent to a web address instead of the gateway, so that the bot never hears of them. */
  readonly commandsGoTo?: string;
  /** Whoever follows the invite link is turned away. */
  readonly needsCodeGrant: boolean;
  /** Intents that Discord grants on request alone; the bot needs none of them. */
  readonly hasPrivilegedIntents: boolean;
  /** Of a day, and when they are counted anew, in milliseconds from now. */
  readonly loginsLeft: number;
  readonly loginsResetMs: number;
}

export type BotInspection =
  | BotFacts
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable'; readonly cause: string };

const privilegedIntents =
  ApplicationFlags.GatewayPresence |
  ApplicationFlags.GatewayPresenceLimited |
  ApplicationFlags.GatewayGuildMembers |
  ApplicationFlags.GatewayGuildMembersLimited |
  ApplicationFlags.GatewayMessageContent |
  ApplicationFlags.GatewayMessageContentLimited;

/** For who only reads and has time: a rate limit is waited for. */
export function patientRestOptions(settings: RestSettings): Partial<RESTOptions> {
  return { ...restOptions(settings), rejectOnRateLimit: null };
}

export async function inspectBot(token: string, settings: RestSettings): Promise<BotInspection> {
  const rest = new REST(patientRestOptions(settings)).setToken(token);
  let date: string | null = null;
  rest.on('response', (_request, response) => {
    date = response.headers.get('date');
  });
  try {
    const { id, username } = (await rest.get(Routes.user())) as APIUser;
    const discordAt = Date.parse(date ?? '');
    const application = (await rest.get(Routes.currentApplication())) as APIApplication;
    const { session_start_limit: logins } = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
    const commandsGoTo = application.interactions_endpoint_url ?? undefined;
    return {
      kind: 'accepted',
      id: id as UserId,
      name: username,
      ...(Number.isNaN(discordAt) ? {} : { discordAt }),
      ...(commandsGoTo === undefined ? {} : { commandsGoTo }),
      needsCodeGrant: application.bot_require_code_grant,
      hasPrivilegedIntents: ((application.flags ?? 0) & privilegedIntents) !== 0,
      loginsLeft: logins.remaining,
      loginsResetMs: logins.reset_after,
    };
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) return { kind: 'refused' };
    return { kind: 'unreachable', cause: causeOf(error) };
  }
}

/** "fetch failed" says less than what made it fail. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.message;
}
