// A local Discord with its page, the sample society's site and the real bot between them, on loopback alone. The bot gets nothing a
// real one would not: a configuration, and the addresses in it.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StartOptions, start } from '../src/main.ts';
import { startLocalDiscord } from './discord/localDiscord.ts';
import type { LocalDiscord } from './discord/localDiscordInterface.ts';
import { servePage } from './page/servePage.ts';
import { type SampleSite, startSampleSite } from './site/sampleSite.ts';

export interface SandboxOptions extends Pick<StartOptions, 'timing' | 'clock'> {
  /** The page's port when it is free; any other one when it is not. Default any. */
  readonly port?: number;
  /** The sample site is read this often, so that a published article is seen at once. Default 2,000. */
  readonly pollIntervalMs?: number;
  /** Default `warn`. */
  readonly logLevel?: 'warn' | 'silent';
}

export interface Sandbox {
  readonly discord: LocalDiscord;
  readonly site: SampleSite;
  close(): Promise<void>;
}

export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, pollIntervalMs = 2_000, logLevel = 'warn', timing, clock } = options;
  const folder = await mkdtemp(join(tmpdir(), 'society-bot-sandbox-'));
  const site = await startSampleSite();
  const routes = servePage({ allowedMediaOrigins: [site.url], publish: async () => site.publishNext() });
  const about = { feedUrl: site.feedUrl, calendarUrl: site.calendarUrl };
  const open = (at: number) => startLocalDiscord({ port: at, routes, about });
  const discord = await open(port).catch(() => open(0));
  const config = {
    discordToken: discord.token,
    discordApiUrl: discord.apiUrl,
    databaseUrl: `file:${join(folder, 'bot.sqlite')}`,
    pollIntervalMs,
    // The local Discord serves the files that people hand to a command.
    fetchAllowHosts: [new URL(site.url).host, new URL(discord.url).host],
    logLevel,
  };
  const bot = await start(config, { ...(timing ? { timing } : {}), ...(clock ? { clock } : {}) });
  return {
    discord,
    site,
    async close() {
      await bot.stop();
      await site.close();
      await discord.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
