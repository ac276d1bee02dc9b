// The close codes of the gateway after which connecting again is no use, and what the bot's operator can do about each.
// @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes

import { GatewayCloseCodes } from 'discord.js';
import { BotRefused, tokenRefused } from '../domain/botRefused.ts';

const upgrade = 'Upgrade society-bot to its newest version, then start again.';
const checkIntents =
  'In the Developer Portal, under Bot → Privileged Gateway Intents, allow what the bot asks for, or upgrade society-bot; then start again.';

const sentences: ReadonlyMap<number, string> = new Map([
  [GatewayCloseCodes.InvalidShard, `Discord refuses the part of the servers that this bot asked for. ${upgrade}`],
  [GatewayCloseCodes.ShardingRequired, `The bot is in more servers than one connection may serve. ${upgrade}`],
  [GatewayCloseCodes.InvalidAPIVersion, `Discord no longer speaks this bot's version of the gateway. ${upgrade}`],
  [GatewayCloseCodes.InvalidIntents, `Discord does not know the intents that this bot asks for. ${checkIntents}`],
  [GatewayCloseCodes.DisallowedIntents, `Discord does not grant the intents that this bot asks for. ${checkIntents}`],
]);

export function closedForGood(code: number): BotRefused {
  if (code === GatewayCloseCodes.AuthenticationFailed) return tokenRefused();
  return new BotRefused(`${sentences.get(code) ?? `Discord ended the connection for good. ${upgrade}`} (code ${code})`);
}
