// A bot that reads one site on a fake clock: the real reader, store, polling and delivery; only Discord is a list of what it
// shows. Can be closed and opened again between any two moments.

import { join } from 'node:path';
import { floodActions } from '../../../commands/sources/floodActions.ts';
import { planArticleDeliveries } from '../../../src/delivery/planArticleDeliveries.ts';
import type { FloodAnswer } from '../../../src/domain/flood.ts';
import type { ChannelId, GuildId, MessageId, RoleId, SourceId, UserId } from '../../../src/domain/ids.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { defaultTiming } from '../../../src/domain/timing.ts';
import { createDeliver } from '../../../src/jobs/deliver.ts';
import { createPollSources } from '../../../src/jobs/pollSources.ts';
import { createLog } from '../../../src/kit/log.ts';
import { noMetrics } from '../../../src/ports/metrics.ts';
import { noModel } from '../../../src/ports/model.ts';
import { openStore, type Store } from '../../../src/store/openStore.ts';
import { saveSettings } from '../../unit/store/testStore.ts';
import { askedBy } from '../fakePorts.ts';
import { noGuildEvents } from '../noGuildEvents.ts';
import { readyGuilds } from '../readyGuilds.ts';
import { createShownMessages, type ShownMessages } from './shownMessages.ts';
import type { Site } from './site.ts';

export const newsId = '200' as ChannelId;
export const papersId = '201' as ChannelId;
export const alertsId = '202' as ChannelId;
const guildId = '100' as GuildId;
/** Pinged by every card, and by no edit of one. */
const pingRoleId = '400' as RoleId;
const startedAt = Date.UTC(2026, 10, 2, 12);
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export interface Society {
  readonly discord: ShownMessages;
  readonly siteUrl: string;
  readonly answer: Site['answer'];
  /** As a moderator would: its reading now is the baseline. */
  follow(path: string, channelId?: ChannelId): Promise<SourceId>;
  /** Lets time pass, reads every source and brings what is due to Discord. */
  read(afterMs?: number): Promise<void>;
  /** Lets time pass and brings what is due to Discord, without a reading. */
  wait(ms: number): Promise<void>;
  /** A moderator presses a button of the newest question, or one that was on the screen before. */
  decide(answer: FloodAnswer, by?: string, buttonId?: string): Promise<void>;
  /** Who decided what, as the audit shows it. */
  listDecisions(): Promise<string[]>;
  sourceOf(id: SourceId): ReturnType<Store['sources']['get']>;
  /** As a moderator's "Check now" does with a source that was stopped. */
  lookAgain(id: SourceId): Promise<void>;
  /** Closes the bot and opens it again. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function openSociety(folder: string, { url: siteUrl, reader, answer }: Site): Promise<Society> {
  const discord = createShownMessages();
  let at = startedAt;
  const clock = { now: () => at };
  const sourceIds: SourceId[] = [];
  let bot = await openBot();

  async function openBot() {
    const store = await openStore(`file:${join(folder, 'bot.sqlite')}`);
    await store.outbox.recoverAbandoned(at);
    const log = createLog('silent');
    const memberRoles = { mayManage: () => false };
    const parts = {
      ...store,
      reader,
      clock,
      log,
      metrics: noMetrics,
      guilds: readyGuilds,
      memberRoles,
      guildEvents: noGuildEvents,
      model: noModel,
      passCheckpoint: () => undefined,
      abortDeliveries: () => undefined,
    };
    const timing = { ...defaultTiming, retryMs: [0, 0], probeMs: [0, 0] } as const;
    return {
      store,
      polling: createPollSources({ ...parts, intervalMs: () => hourMs }),
      deliver: createDeliver({ ...parts, publisher: discord.publisher, timing }).run,
    };
  }

  await saveSettings(bot.store, { ...defaultSettings(guildId), alertsChannelId: alertsId, pingRoleId, threads: false });

  return {
    discord,
    siteUrl,
    answer,
    sourceOf: (id) => bot.store.sources.get(id),
    async follow(path, channelId = newsId) {
      const source = await bot.store.sources.save({ url: `${siteUrl}${path}`, title: 'Society News' }, at);
      sourceIds.push(source.id);
      const wanted = { guildId, channelId, sourceId: source.id, addedBy: '300' as UserId, addedAt: at };
      // A guild follows a source once; a second channel is another source.
      await bot.store.subscriptions.add(wanted, 0, (articles, subscription) =>
        planArticleDeliveries(articles, [{ subscription, settings: defaultSettings(guildId) }]),
      );
      await bot.polling.pollNow(source.id);
      return source.id;
    },
    async read(afterMs = hourMs) {
      at += afterMs;
      for (const id of sourceIds) {
        // Trouble is told by the bot itself; a source that was stopped is not read.
        if ((await bot.store.sources.get(id)).stoppedAt === undefined)
          await bot.polling.pollNow(id).catch(() => undefined);
      }
      await bot.deliver();
    },
    async wait(ms) {
      at += ms;
      await bot.deliver();
    },
    async decide(answer, by = '300', id = discord.buttonId(alertsId, `flood-${answer}`)) {
      const asked = { ...askedBy({ id: by as UserId, mayManage: true }), guildId, now: at, id, values: [] };
      const result = await floodActions[`flood-${answer}`]({ ...asked, messageId: '1' as MessageId }, bot.store);
      if (result.kind === 'update') discord.replaceNewest(alertsId, result.view);
      await bot.deliver();
    },
    async listDecisions() {
      const entries = await bot.store.audit.list(guildId, 0);
      return entries.map(({ userId, options }) => `${userId} ${options.answer}`);
    },
    async lookAgain(id) {
      await bot.store.sources.restart(id, at);
      await bot.polling.pollNow(id).catch(() => undefined);
      await bot.deliver();
    },
    async restart() {
      await bot.store.close();
      bot = await openBot();
    },
    close: () => bot.store.close(),
  };
}
