// The reading half of the bot on a fake clock: the real store, the real reader, the real polling. Can be stopped and started
// again on the same database, in the middle of a reading if need be.

import { planning } from '../../../src/delivery/planning.ts';
import type { ChannelId, GuildId, Instant, SourceId, UserId } from '../../../src/domain/ids.ts';
import { createPollSources, type PollSources } from '../../../src/jobs/pollSources.ts';
import { createLog } from '../../../src/kit/log.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { noMetrics } from '../../../src/ports/metrics.ts';
import type { Sources } from '../../../src/ports/sources.ts';
import { createReader } from '../../../src/sources/createReader.ts';
import { openStore, type Store } from '../../../src/store/openStore.ts';
import type { Spoiling } from './spoiling.ts';

export const contact = 'https://society.example/bot';
export const version = '9.8.7';

export interface BotOptions {
  readonly databasePath: string;
  readonly clock: Clock;
  readonly allowHosts: readonly string[];
  readonly intervalMs: number;
  readonly random: () => number;
  readonly spoiling: Required<Spoiling>;
}

export interface SimulatedBot {
  readonly store: Store;
  readonly polling: PollSources;
  stop(): Promise<void>;
}

/** @param isDying while true, nothing that was read is saved any more */
export async function startBot(options: BotOptions, isDying: () => boolean): Promise<SimulatedBot> {
  const { databasePath, clock, allowHosts, intervalMs, random, spoiling } = options;
  const store = await openStore(`file:${databasePath}`);
  const hostPauses = spoiling.hostPauses(store.hostPauses);
  const honest = createReader({ allowHosts, contact, version, clock, hostPauses, deadlineMs: 60_000 });
  const polling = createPollSources({
    sources: mortal(spoiling.sources(store.sources), isDying),
    hostPauses,
    reader: spoiling.reader(honest),
    clock,
    log: createLog('silent'),
    metrics: noMetrics,
    passCheckpoint: () => undefined,
    intervalMs: () => intervalMs,
    random,
  });
  return {
    store,
    polling,
    async stop() {
      await Promise.all([polling.finish(), honest.close()]);
      await store.close();
    },
  };
}

/** A source that somebody follows and that nobody has read yet. */
export async function followFeed({ sources, subscriptions }: Store, url: string, at: Instant): Promise<SourceId> {
  const source = await sources.save({ url, title: url }, at);
  const wanted = {
    guildId: '100' as GuildId,
    channelId: `${200 + source.id}` as ChannelId,
    addedBy: '300' as UserId,
    sourceId: source.id,
    addedAt: at,
  };
  // A guild follows a hundred at most.
  await subscriptions.add({ ...wanted, guildId: `${100 + (source.id % 10)}` as GuildId }, 0, () => []);
  return source.id;
}

function mortal(sources: Sources, isDying: () => boolean): Sources {
  const alive = () => {
    if (isDying()) throw new Error('the process is gone');
  };
  return {
    ...sources,
    async saveReading(id, findings) {
      alive();
      return sources.saveReading(id, findings, planning);
    },
    async saveUnchanged(id, cursor) {
      alive();
      return sources.saveUnchanged(id, cursor, planning);
    },
    async saveTrouble(id, failed) {
      alive();
      return sources.saveTrouble(id, failed, planning);
    },
  };
}
