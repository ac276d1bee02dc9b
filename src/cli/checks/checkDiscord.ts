// The token, the application, and the clock by Discord's.

import type { Config } from '../../config.ts';
import { type BotFacts, type BotInspection, inspectBot } from '../../discord/inspectBot.ts';
import { defaultTiming } from '../../domain/timing.ts';
import { type CheckParts, counted, type Finding, fine, wrong } from './finding.ts';

/** Beyond it the bot may not find its own posts by their time. Milliseconds. */
const mostSkewMs = 60_000;
/** A bot that is restarted by a supervisor needs a few. */
const leastLogins = 5;

const portal = 'https://discord.com/developers/applications';

export interface DiscordCheck {
  readonly findings: readonly Finding[];
  /** Unset: Discord does not know the bot, or cannot be asked. */
  readonly bot?: BotFacts;
}

export async function checkDiscord(config: Config, parts: CheckParts): Promise<DiscordCheck> {
  parts.progress.show('asking Discord');
  const bot = await inspectBot(config.discordToken, { ...config, requestMs: defaultTiming.requestMs });
  if (bot.kind !== 'accepted') return { findings: [judgeRefusal(bot)] };
  const findings = [
    fine(`Discord takes the token: the bot is ${bot.name}.`),
    judgeIntents(bot),
    ...judgeApplication(bot),
    ...judgeLogins(bot),
    ...judgeClock(bot, parts),
  ];
  return { findings, bot };
}

function judgeRefusal(bot: Exclude<BotInspection, BotFacts>): Finding {
  return bot.kind === 'refused'
    ? wrong('Discord does not take DISCORD_TOKEN.', `Copy the token again (${portal} → Bot → Reset Token) into .env.`)
    : wrong(
        `Discord cannot be reached (${bot.cause}).`,
        "Check this machine's network and firewall, and DISCORD_API_URL where it is set; then run this again.",
      );
}

/** The bot asks for Guilds alone, which Discord grants to everyone. */
function judgeIntents({ hasPrivilegedIntents }: BotFacts): Finding {
  const needless = ` Those that are switched on at ${portal} → Bot may be switched off.`;
  return fine(`The bot needs no privileged intent.${hasPrivilegedIntents ? needless : ''}`);
}

function judgeApplication({ commandsGoTo, needsCodeGrant }: BotFacts): Finding[] {
  return [
    ...(commandsGoTo === undefined
      ? []
      : [
          wrong(
            `Discord sends all commands to ${commandsGoTo}, so the bot never hears of them.`,
            `Empty the field Interactions Endpoint URL (${portal} → General Information).`,
          ),
        ]),
    ...(needsCodeGrant
      ? [
          wrong(
            'The application asks for an OAuth2 code grant, so nobody can invite the bot.',
            `Switch off Requires OAuth2 Code Grant (${portal} → Bot).`,
          ),
        ]
      : []),
  ];
}

function judgeLogins({ loginsLeft, loginsResetMs }: BotFacts): Finding[] {
  if (loginsLeft >= leastLogins) return [];
  const hours = Math.ceil(loginsResetMs / 3_600_000);
  return [
    wrong(
      `Discord lets the bot log in only ${counted(loginsLeft, 'time')} more within ${hours} h.`,
      'Find out what restarts it again and again: look at its log and at what supervises it.',
    ),
  ];
}

function judgeClock({ discordAt }: BotFacts, { machine }: CheckParts): Finding[] {
  if (discordAt === undefined) return [];
  const skewMs = machine.now() - discordAt;
  if (Math.abs(skewMs) <= mostSkewMs) return [fine("This machine's clock is right.")];
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  return [
    wrong(
      `This machine's clock is ${seconds} s ${skewMs > 0 ? 'ahead' : 'behind'}.`,
      'Let it be set by NTP, e.g.: timedatectl set-ntp true',
    ),
  ];
}
