// Two local Discords, one for the bot and one for its yardstick, in a process of their own, so that their work does not count as the
// bots'. Uses a command on order, and tells how long a person waited for the answer.

import { startLocalDiscord } from '../sandbox/discord/localDiscord.ts';
import type { AutocompleteInput, SlashInput } from '../sandbox/discord/people/inputs.ts';

export type Contestant = 'bot' | 'bare';

export interface CommandPlaces {
  readonly places: Readonly<Record<Contestant, { readonly token: string; readonly apiUrl: string }>>;
  readonly guildId: string;
  readonly channelId: string;
}

export type CommandOrder =
  | { readonly of: Contestant; readonly slash: SlashInput }
  | { readonly of: Contestant; readonly autocomplete: AutocompleteInput };

export interface CommandAnswer {
  /** From the event at the gateway until the answer was accepted. */
  readonly ms: number;
}

const discords = {
  bot: await startLocalDiscord({ rateScale: 0 }),
  bare: await startLocalDiscord({ rateScale: 0 }),
};

async function perform(order: CommandOrder): Promise<CommandAnswer> {
  const discord = discords[order.of];
  const startedAt = performance.now();
  await ('slash' in order ? discord.slash(order.slash) : discord.autocomplete(order.autocomplete));
  return { ms: performance.now() - startedAt };
}

process.on('disconnect', () => process.exit(0));
process.on('message', async (order: CommandOrder) => process.send?.(await perform(order)));

const { bot, bare } = discords;
const told: CommandPlaces = {
  places: { bot: { token: bot.token, apiUrl: bot.apiUrl }, bare: { token: bare.token, apiUrl: bare.apiUrl } },
  guildId: bot.guildId,
  channelId: bot.channel('general').id,
};
process.send?.(told);
