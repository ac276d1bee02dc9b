// One society's feed, followed by many servers at once, so that one article meets many answers of Discord side by side.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { defaultGuild } from '../../sandbox/discord/defaultGuild.ts';
import type { FaultRule } from '../../sandbox/discord/faults.ts';
import { type LocalDiscord, startLocalDiscord } from '../../sandbox/discord/localDiscord.ts';
import type { Channel, Message } from '../../sandbox/discord/state.ts';
import type { Config } from '../../src/config.ts';
import { planning } from '../../src/delivery/planning.ts';
import type { ChannelId, GuildId, UserId } from '../../src/domain/ids.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import type { Timing } from '../../src/domain/timing.ts';
import { start } from '../../src/main.ts';
import { openStore } from '../../src/store/openStore.ts';
import { saveSettings } from '../unit/store/testStore.ts';
import { textOf } from './askBot.ts';
import { startFeedServer } from './killing/feedServer.ts';

type Asked = 'message' | 'thread' | 'crosspost';

/** What one server has to suffer, once its article comes. */
export interface Suffering {
  readonly channel: 'news' | 'announcements' | 'forum';
  /** Which request of the delivery is answered so. */
  readonly asked: Asked;
  readonly fault: Omit<FaultRule, 'route' | 'method'>;
}

interface Row {
  readonly state: string;
  readonly reason: string | null;
  readonly attempted_at: number;
  readonly due_at: number;
}

/** What there is to see in one of the servers. */
export interface Server {
  readonly row: () => Row | undefined;
  readonly cards: () => Message[];
  readonly threads: () => Channel[];
  /** In the discussions, beside the cards. */
  readonly questions: () => Message[];
  readonly alerts: () => Message[];
  /** How often the bot asked what was answered so. */
  readonly requests: () => number;
  /** Discord answers as ever from now on. */
  readonly mend: () => void;
}

export interface ManyServers {
  readonly discord: LocalDiscord;
  /** In the order of what they suffer. */
  readonly servers: readonly Server[];
  publish(number: number): void;
  close(): Promise<void>;
}

export async function startManyServers(
  sufferings: readonly Suffering[],
  timing: Partial<Timing>,
): Promise<ManyServers> {
  const folder = mkdtempSync(join(tmpdir(), 'society-bot-servers-'));
  const path = join(folder, 'bot.sqlite');
  const otherGuilds = sufferings.map((_, at) => ({ ...defaultGuild, name: `server ${at}` }));
  const discord = await startLocalDiscord({ otherGuilds, rateScale: 0.1 });
  const feeds = await startFeedServer();
  const guildIds = sufferings.map((_, at) => discord.guild(`server ${at}`).id);
  const channelIds = sufferings.map(({ channel }, at) => discord.channel(channel, guildIds[at]).id);
  const config: Config = {
    discordToken: discord.token,
    discordApiUrl: discord.apiUrl,
    databaseUrl: `file:${path}`,
    pollIntervalMs: 1_000,
    fetchAllowHosts: [feeds.host],
    logLevel: 'silent',
  };
  await follow(config.databaseUrl, feeds.urlOf('news'), discord, guildIds, channelIds);
  const bot = await start(config, { timing });
  const inspect = new SqliteDatabase(path, { readonly: true });
  const rows = inspect.prepare("SELECT * FROM outbox WHERE purpose = 'article' AND guild_id = ? ORDER BY sequence");
  const servers = sufferings.map(({ channel, asked, fault }, at): Server => {
    const [guildId, channelId] = [guildIds[at] ?? '', channelIds[at] ?? ''];
    const route = routes[asked](channelId);
    const mend = discord.fault({ ...fault, method: 'POST', route });
    const threads = () => discord.threads(channelId);
    const inThreads = () => threads().flatMap(({ id }) => discord.messages(id));
    const isCard = (message: Message) => textOf(message).startsWith('###');
    return {
      row: () => rows.get(guildId) as Row | undefined,
      cards: () => (channel === 'forum' ? inThreads() : discord.messages(channelId)).filter(isCard),
      threads,
      questions: () => inThreads().filter((message) => !isCard(message) && textOf(message).includes('?')),
      alerts: () => discord.messages(discord.channel('moderators', guildId).id),
      requests: () => discord.requests.filter(({ method, path: to }) => method === 'POST' && route.test(to)).length,
      mend,
    };
  });
  return {
    discord,
    servers,
    publish: (number) => feeds.publish('news', { number, title: `Note ${number} on the price of patience` }),
    async close() {
      inspect.close();
      await bot.stop();
      await feeds.close();
      await discord.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const routes: Readonly<Record<Asked, (channelId: string) => RegExp>> = {
  // A forum's post is a thread.
  message: (id) => new RegExp(`^/channels/${id}/(messages|threads)$`),
  thread: (id) => new RegExp(`^/channels/${id}/messages/\\d+/threads$`),
  crosspost: (id) => new RegExp(`^/channels/${id}/messages/\\d+/crosspost$`),
};

async function follow(
  databaseUrl: string,
  url: string,
  discord: LocalDiscord,
  guildIds: readonly string[],
  channelIds: readonly string[],
): Promise<void> {
  const store = await openStore(databaseUrl);
  const now = Date.now();
  const { id: sourceId } = await store.sources.save({ url, title: 'News' }, now);
  await store.sources.saveReading(sourceId, { entries: [], validators: {}, readAt: now, nextPollAt: now }, planning);
  const addedBy = discord.user('moderator').id as UserId;
  for (const [at, id] of guildIds.entries()) {
    const guildId = id as GuildId;
    const alertsChannelId = discord.channel('moderators', id).id as ChannelId;
    await saveSettings(store, { ...defaultSettings(guildId), alertsChannelId });
    const channelId = channelIds[at] as ChannelId;
    await store.subscriptions.add({ guildId, channelId, addedBy, sourceId, addedAt: now }, 0, () => []);
  }
  await store.close();
}
