// A real discord.js client at the local Discord, and the card it posts, for the contract tests.

import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ContainerBuilder,
  Events,
  GatewayIntentBits,
  MessageFlags,
  TextChannel,
  TextDisplayBuilder,
} from 'discord.js';
import type { LocalDiscord } from '../../../sandbox/discord/localDiscord.ts';

export const noMentions = { allowedMentions: { parse: [] } };

export async function connectBot(discord: LocalDiscord, intents = [GatewayIntentBits.Guilds]): Promise<Client<true>> {
  const client = new Client({ intents, rest: { api: discord.apiUrl } });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return ready;
}

export async function textChannel(client: Client<true>, id: string): Promise<TextChannel> {
  const channel = await client.channels.fetch(id);
  if (!(channel instanceof TextChannel)) throw new Error(`${id} is not a text channel`);
  return channel;
}

export function card(customId = 'v1:articles:summary:1') {
  const button = new ButtonBuilder().setCustomId(customId).setLabel('Summary').setStyle(ButtonStyle.Secondary);
  const container = new ContainerBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder().setContent('**An article**'))
    .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(button));
  return { components: [container], flags: MessageFlags.IsComponentsV2 as const, ...noMentions };
}
