// The yardstick of a start: a discord.js client as it is, with the one intent that the bot has. Takes the token and the address of Discord as
// arguments, and tells when it is ready.

import { Client, Events, GatewayIntentBits } from 'discord.js';

const [token = '', api = ''] = process.argv.slice(2);
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
client.once(Events.ClientReady, () => process.stdout.write('bot.started\n'));
await client.login(token);
