// The yardstick of a command: the least a bot on discord.js can be. It answers one command with one word. Takes the token and the
// address of Discord as arguments, and tells when it is ready.

import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

const [token = '', api = ''] = process.argv.slice(2);
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) interaction.reply({ content: 'pong', flags: MessageFlags.Ephemeral });
});
client.once(Events.ClientReady, async ({ application }) => {
  await application.commands.set([{ name: 'ping', description: 'Answers' }]);
  process.stdout.write('bot.started\n');
});
await client.login(token);
