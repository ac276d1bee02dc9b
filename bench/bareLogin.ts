// The yardstick of a start: a discord.js client as it is, with the one intent that the bot has. Tells when it is ready.

import { Client, Events, GatewayIntentBits } from 'discord.js';

const { DISCORD_TOKEN = '', DISCORD_API_URL = '' } = process.env;
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: DISCORD_API_URL } });
client.once(Events.ClientReady, () => process.stdout.write('bot.started\n'));
await client.login(DISCORD_TOKEN);
