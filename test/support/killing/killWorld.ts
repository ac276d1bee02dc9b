// A local Discord and a society's feeds, which live on while the bot between them is killed and started again. Each feed goes into
// one place, of every kind there is.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDiscord, startLocalDiscord } from '../../../sandbox/discord/localDiscord.ts';
import type { Config } from '../../../src/config.ts';
import type { Checkpoint } from '../../../src/delivery/checkpoints.ts';
import { planning } from '../../../src/delivery/planning.ts';
import type { TargetKind } from '../../../src/domain/delivery.ts';
import type { ChannelId, GuildId, UserId } from '../../../src/domain/ids.ts';
import type { Timing } from '../../../src/domain/timing.ts';
import { openStore } from '../../../src/store/openStore.ts';
import { sendAsBot } from '../../unit/sandbox/sendAsBot.ts';
import { type BotProcess, startProcess } from './botProcess.ts';
import { type FeedServer, startFeedServer } from './feedServer.ts';

/** Where the articles of a feed go. */
export interface Place {
  readonly feed: string;
  readonly kind: Exclude<TargetKind, 'direct'>;
}

export const places: readonly Place[] = [
  { feed: 'news', kind: 'text' },
  { feed: 'papers', kind: 'text' },
  { feed: 'announcements', kind: 'announcement' },
  { feed: 'forum', kind: 'forum' },
  { feed: 'papers-forum', kind: 'forum' },
  { feed: 'reading-group', kind: 'thread' },
];

export interface KillWorld {
  readonly discord: LocalDiscord;
  readonly feeds: FeedServer;
  readonly databasePath: string;
  readonly logPath: string;
  /** The channel that a feed goes to. */
  channelOf(feed: string): string;
  startBot(killAt?: Checkpoint): BotProcess;
  /** @param isKept leaves the database and the log where they are */
  close(isKept?: boolean): Promise<void>;
}

export interface KillWorldOptions {
  /** Of the built bot. */
  readonly program: string;
  readonly timing: Partial<Timing>;
  /** How long Discord remembers a nonce. */
  readonly nonceWindowMs: number;
  readonly followed?: readonly Place[];
  /** False: moderators are told by direct message. */
  readonly hasAlertsChannel?: boolean;
}

export async function startKillWorld(options: KillWorldOptions): Promise<KillWorld> {
  const { program, timing, nonceWindowMs, followed = places, hasAlertsChannel = true } = options;
  const folder = mkdtempSync(join(tmpdir(), 'society-bot-killed-'));
  const discord = await startLocalDiscord({ rateScale: 0.1, nonceWindowMs });
  const feeds = await startFeedServer();
  const thread = { name: 'reading-group', type: 11, auto_archive_duration: 10_080 };
  await sendAsBot(discord, 'POST', `/channels/${discord.channel('general').id}/threads`, thread);
  const databasePath = join(folder, 'bot.sqlite');
  const logPath = join(folder, 'bot.log');
  const config: Config = {
    discordToken: discord.token,
    discordApiUrl: discord.apiUrl,
    databaseUrl: `file:${databasePath}`,
    pollIntervalMs: 1_000,
    fetchAllowHosts: [feeds.host],
    logLevel: 'info',
  };
  await follow(config.databaseUrl, discord, feeds, followed, hasAlertsChannel);
  return {
    discord,
    feeds,
    databasePath,
    logPath,
    channelOf: (feed) => discord.channel(feed).id,
    startBot: (killAt) => startProcess(program, { config, timing, logPath, ...(killAt ? { killAt } : {}) }),
    async close(isKept = false) {
      await feeds.close();
      await discord.close();
      if (!isKept) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As after /setup and /sources add; the feeds were empty then. */
async function follow(
  databaseUrl: string,
  discord: LocalDiscord,
  feeds: FeedServer,
  followed: readonly Place[],
  hasAlertsChannel: boolean,
): Promise<void> {
  const store = await openStore(databaseUrl);
  const guildId = discord.guildId as GuildId;
  const addedBy = discord.user('moderator').id as UserId;
  const alertsChannelId = discord.channel('moderators').id as ChannelId;
  const chosen = { setUpBy: addedBy, ...(hasAlertsChannel ? { alertsChannelId } : {}) };
  await store.settings.change(guildId, (before) => ({ ...before, ...chosen }), Date.now());
  for (const { feed } of followed) {
    const now = Date.now();
    const source = await store.sources.save({ url: feeds.urlOf(feed), title: feed }, now);
    await store.sources.saveReading(source.id, { entries: [], validators: {}, readAt: now, nextPollAt: now }, planning);
    const channelId = discord.channel(feed).id as ChannelId;
    await store.subscriptions.add({ guildId, channelId, addedBy, sourceId: source.id, addedAt: now }, 0, () => []);
  }
  await store.close();
}
