// Follows what was read: the source, its baseline, this server's subscription, and the newest articles that go out at once.

import { planArticleDeliveries } from '../../../src/delivery/planArticleDeliveries.ts';
import { planning } from '../../../src/delivery/planning.ts';
import { completeEntry, type Entry, lacksText, publicationOrder } from '../../../src/domain/article.ts';
import type { ChannelId, Instant } from '../../../src/domain/ids.ts';
import type { Source, SourceKind } from '../../../src/domain/source.ts';
import type { Asked } from '../../../src/kit/defineCommand.ts';
import type { MessageView } from '../../../src/kit/message.ts';
import type { Audit } from '../../../src/ports/audit.ts';
import type { Guilds } from '../../../src/ports/guilds.ts';
import type { Polling } from '../../../src/ports/polling.ts';
import type { FeedReading, Reader } from '../../../src/ports/reader.ts';
import type { Settings } from '../../../src/ports/settings.ts';
import type { Sources } from '../../../src/ports/sources.ts';
import type { Subscriptions } from '../../../src/ports/subscriptions.ts';
import { sourceAdded } from '../../../src/views/sourceAdded.ts';
import { findProblem } from '../findProblem.ts';
import { record } from '../record.ts';
import { findNewestDate } from './newestDate.ts';
import { refuseKnown } from './refuseKnown.ts';

export interface FollowPorts {
  readonly settings: Settings;
  readonly reader: Reader;
  readonly sources: Sources;
  readonly subscriptions: Subscriptions;
  readonly guilds: Guilds;
  readonly polling: Polling;
  readonly audit: Audit;
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
  const { now, say } = asked;
  const { url, siteUrl, language, fingerprint, isPartial, isCut = false } = reading;
  await refuseKnown(url, asked, ports.subscriptions);
  const title = reading.title.trim() || new URL(url).hostname;
  const cursor = ports.polling.firstCursor(reading);
  const { nextPollAt } = cursor;
  const described = { title, kind, ...(siteUrl ? { siteUrl } : {}), ...(language ? { language } : {}) };
  const source = await ports.sources.save({ url, ...described }, nextPollAt);
  const backfill = Math.min(wanted.backfill, reading.entries.length);
  const entries = await withPages(reading.entries, backfill, now, ports.reader);
  const findings = {
    ...cursor,
    entries,
    described,
    isPartial,
    isCut,
    isRebuilt: isRebuilt(source),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  };
  await ports.sources.saveReading(source.id, findings, planning);
  await subscribe(source, backfill, channelId, asked, ports);
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
    ...(await problemIn(channelId, asked, ports)),
    say,
  });
}

/**
 * Follows a source that is read already, for another server: it is looked at as in its turn, and what it has shown so far is
 * this server's baseline.
 *
 * @throws SourceError when it cannot be read now
 */
export async function followKnown(
  known: Source,
  { channelId, backfill }: Pick<Wanted, 'channelId' | 'backfill'>,
  asked: Asked,
  ports: FollowPorts,
): Promise<MessageView> {
  await refuseKnown(known.url, asked, ports.subscriptions);
  await ports.polling.pollNow(known.id);
  await subscribe(known, backfill, channelId, asked, ports);
  const followed = await ports.subscriptions.list(asked.guildId);
  const { source = known, articleCount = 0 } = followed.find(({ source: { id } }) => id === known.id) ?? {};
  return sourceAdded({
    title: source.title,
    url: source.siteUrl ?? source.url,
    articleCount,
    channelId,
    backfilled: Math.min(backfill, articleCount),
    nextPollAt: source.nextPollAt,
    ...(await problemIn(channelId, asked, ports)),
    say: asked.say,
  });
}

/** True for a page that was last seen to list other articles than it did. */
export function isRebuilt({ kind, trouble }: Source): boolean {
  return kind === 'index' && trouble?.code === 'layoutChanged';
}

/** Noted in the audit here, where something is followed, and not where it is only offered. */
async function subscribe(
  { id: sourceId, url }: Pick<Source, 'id' | 'url'>,
  backfill: number,
  channelId: ChannelId,
  asked: Asked,
  ports: FollowPorts,
): Promise<void> {
  const { guildId, member, now } = asked;
  const settings = await ports.settings.get(guildId);
  const wanted = { guildId, sourceId, channelId, addedBy: member.id, addedAt: now };
  await ports.subscriptions.add(wanted, backfill, (articles, subscription) =>
    planArticleDeliveries(articles, [{ subscription, settings }]),
  );
  await record('sources add', { url, channel: channelId, ...(backfill === 0 ? {} : { backfill }) }, asked, ports);
}

/** What is missing in the channel, as a part of the answer. */
async function problemIn(channelId: ChannelId, { guildId }: Asked, { guilds, settings }: FollowPorts) {
  const { threads } = await settings.get(guildId);
  const problem = findProblem(guilds, guildId, channelId, threads);
  return problem === undefined ? {} : { problem };
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
