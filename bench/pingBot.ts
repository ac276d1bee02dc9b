// The least a bot on discord.js can be: it answers one command with one word.

import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

/** @returns a way to stop it, once it answers `/ping` */
export async function startPingBot(token: string, apiUrl: string): Promise<() => Promise<void>> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: apiUrl } });
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) interaction.reply({ content: 'pong', flags: MessageFlags.Ephemeral });
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await (await ready).application.commands.set([{ name: 'ping', description: 'Answers' }]);
  return () => client.destroy();
}
