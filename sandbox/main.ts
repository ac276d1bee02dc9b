// `npm run sandbox`: a local Discord, the sample society's site and the real bot against both, on loopback alone.
// The bot gets nothing a real one would not: a configuration, and the addresses in it.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../src/main.ts';
import { startLocalDiscord } from './discord/localDiscord.ts';
import { servePage } from './page/servePage.ts';
import { setUpSociety } from './setUpSociety.ts';
import { startSampleSite } from './site/sampleSite.ts';

/** The page's port when it is free; any other one when it is not. */
const pagePort = 4747;
/** Read the sample site this often, so that a published article is seen at once. Milliseconds. */
const pollIntervalMs = 2_000;

const folder = await mkdtemp(join(tmpdir(), 'society-bot-sandbox-'));
const site = await startSampleSite();
const page = servePage({ allowedMediaOrigins: [site.url], publish: async () => site.publishNext() });
const about = { feedUrl: site.feedUrl, calendarUrl: site.calendarUrl };
const open = (port: number) => startLocalDiscord({ port, routes: page, about });
const discord = await open(pagePort).catch(() => open(0));
const bot = await start({
  discordToken: discord.token,
  discordApiUrl: discord.apiUrl,
  databaseUrl: `file:${join(folder, 'bot.sqlite')}`,
  pollIntervalMs,
  // The local Discord serves the files that people hand to a command.
  fetchAllowHosts: [new URL(site.url).host, new URL(discord.url).host],
  logLevel: 'warn',
});
if (!process.argv.includes('--empty')) await setUpSociety(discord, site);

console.log(`\nThe sandbox is open: ${discord.url}\nStop it with Ctrl+C. Nothing leaves this machine.\n`);

const close = async () => {
  await bot.stop();
  await site.close();
  await discord.close();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
};
process.once('SIGINT', close);
process.once('SIGTERM', close);
