// Follows what was read: the source, its baseline, this server's subscription, and the newest articles that go out at once.

import { planArticleDeliveries } from '../../src/delivery/planArticleDeliveries.ts';
import { planning } from '../../src/delivery/planning.ts';
import { completeEntry, type Entry, lacksText, publicationOrder } from '../../src/domain/article.ts';
import type { ChannelId, Instant } from '../../src/domain/ids.ts';
import type { SourceKind } from '../../src/domain/source.ts';
import type { Asked } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import type { Guilds } from '../../src/ports/guilds.ts';
import type { Polling } from '../../src/ports/polling.ts';
import type { FeedReading, Reader } from '../../src/ports/reader.ts';
import type { Settings } from '../../src/ports/settings.ts';
import type { Sources } from '../../src/ports/sources.ts';
import type { Subscriptions } from '../../src/ports/subscriptions.ts';
import { sourceAdded } from '../../src/views/sourceAdded.ts';
import { findProblem } from '../parts/findProblem.ts';
import { findNewestDate } from './newestDate.ts';
import { refuseKnown } from './refuseKnown.ts';

export interface FollowPorts {
  readonly settings: Settings;
  readonly reader: Reader;
  readonly sources: Sources;
  readonly subscriptions: Subscriptions;
  readonly guilds: Guilds;
  readonly polling: Polling;
}

/** What a moderator wants of a source. */
export interface Wanted {
  readonly kind: SourceKind;
  readonly channelId: ChannelId;
  /** Newest articles to post at once. */
  readonly backfill: number;
  /** True where the feed was found at another address than the one given. */
  readonly isFound: boolean;
}

/**
 * @param reading all that the source shows now: the baseline
 * @returns what was found and what comes next
 * @throws Refusal where the server follows it already
 */
export async function followSource(
  reading: FeedReading,
  { kind, channelId, isFound, ...wanted }: Wanted,
  asked: Asked,
  ports: FollowPorts,
): Promise<MessageView> {
  const { guildId, member, now, say } = asked;
  const { url, siteUrl, language, validators } = reading;
  await refuseKnown(url, asked, ports.subscriptions);
  const settings = await ports.settings.get(guildId);
  const title = reading.title.trim() || new URL(url).hostname;
  const nextPollAt = now + ports.polling.intervalMs(url);
  const described = { url, title, kind, ...(siteUrl ? { siteUrl } : {}), ...(language ? { language } : {}) };
  const source = await ports.sources.save(described, nextPollAt);
  const backfill = Math.min(wanted.backfill, reading.entries.length);
  const entries = await withPages(reading.entries, backfill, now, ports.reader);
  await ports.sources.saveReading(source.id, { entries, validators, readAt: now, nextPollAt }, planning);

  const subscription = { guildId, sourceId: source.id, channelId, addedBy: member.id, addedAt: now };
  await ports.subscriptions.add(subscription, backfill, (articles, added) =>
    planArticleDeliveries(articles, [{ subscription: added, settings }]),
  );

  const problem = findProblem(ports.guilds, guildId, channelId, settings.threads);
  const newestAt = findNewestDate(reading.entries, now);
  return sourceAdded({
    title,
    url: siteUrl ?? url,
    ...(isFound ? { feedUrl: url } : {}),
    articleCount: reading.entries.length,
    ...(newestAt === undefined ? {} : { newestAt }),
    channelId,
    backfilled: backfill,
    nextPollAt,
    ...(problem === undefined ? {} : { problem }),
    say,
  });
}

/** Articles that are posted at once need their whole text now; a page that cannot be read leaves the teaser. */
async function withPages(
  entries: readonly Entry[],
  count: number,
  now: Instant,
  reader: Reader,
): Promise<readonly Entry[]> {
  const newest = new Set(
    [...entries].sort((left, right) => publicationOrder(right, now) - publicationOrder(left, now)).slice(0, count),
  );
  return Promise.all(
    entries.map(async (entry) => {
      if (!newest.has(entry) || !lacksText(entry)) return entry;
      const page = await reader.readPage(entry.url).catch(() => undefined);
      return page ? completeEntry(entry, page) : entry;
    }),
  );
}
