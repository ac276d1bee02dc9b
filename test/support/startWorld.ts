// A whole world on loopback for one test: the local Discord, the sample society's site, and the real bot between them.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDiscord, startLocalDiscord } from '../../sandbox/discord/localDiscord.ts';
import { type SampleSite, startSampleSite } from '../../sandbox/site/sampleSite.ts';
import type { Config } from '../../src/config.ts';
import { type Bot, type StartOptions, start } from '../../src/main.ts';
import { quickTiming } from './quickTiming.ts';

export interface World {
  readonly discord: LocalDiscord;
  readonly site: SampleSite;
  readonly config: Config;
  /** @param changes to the configuration, for this start */
  startBot(changes?: Partial<Config>): Promise<Bot>;
  close(): Promise<void>;
}

/** @param told of every bot of this world; without a clock it has the machine's */
export async function startWorld(
  changes: Partial<Config> = {},
  told: Pick<StartOptions, 'clock'> = {},
): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'society-bot-'));
  const discord = await startLocalDiscord({ rateScale: 0.1 });
  const site = await startSampleSite();
  const config: Config = {
    discordToken: discord.token,
    discordApiUrl: discord.apiUrl,
    databaseUrl: `file:${join(folder, 'bot.sqlite')}`,
    pollIntervalMs: 1_000,
    // The local Discord serves the files that people hand to a command.
    fetchAllowHosts: [new URL(site.url).host, new URL(discord.url).host],
    logLevel: 'silent',
    ...changes,
  };
  const bots: Bot[] = [];
  return {
    discord,
    site,
    config,
    async startBot(botChanges = {}) {
      const bot = await start({ ...config, ...botChanges }, { timing: quickTiming, ...told });
      bots.push(bot);
      return bot;
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.stop()));
      await site.close();
      await discord.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
