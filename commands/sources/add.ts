// /sources add: reads the feed once, as the baseline of this server, and follows it from then on.

import { planArticleDeliveries } from '../../src/delivery/planArticleDeliveries.ts';
import { planning } from '../../src/delivery/planning.ts';
import { completeEntry, type Entry, lacksText, publicationOrder } from '../../src/domain/article.ts';
import { canonicalLink } from '../../src/domain/canonicalLink.ts';
import { Refusal, SourceError } from '../../src/domain/errors.ts';
import type { GuildId, Instant } from '../../src/domain/ids.ts';
import { subscriptionsPerGuild } from '../../src/domain/subscription.ts';
import { defineSubcommand } from '../../src/kit/defineCommand.ts';
import { optional, required } from '../../src/kit/options.ts';
import { reply } from '../../src/kit/result.ts';
import type { Guilds } from '../../src/ports/guilds.ts';
import type { Polling } from '../../src/ports/polling.ts';
import type { FeedReading, Reader } from '../../src/ports/reader.ts';
import type { Settings } from '../../src/ports/settings.ts';
import type { Sources } from '../../src/ports/sources.ts';
import type { Subscriptions } from '../../src/ports/subscriptions.ts';
import { sourceAdded } from '../../src/views/sourceAdded.ts';
import { escapeLine } from '../../src/views/text.ts';
import { findProblem } from '../parts/findProblem.ts';
import { withScheme } from './withScheme.ts';

export interface AddPorts {
  readonly settings: Settings;
  readonly reader: Reader;
  readonly sources: Sources;
  readonly subscriptions: Subscriptions;
  readonly guilds: Guilds;
  readonly polling: Polling;
}

/** More of the past at once would be a flood. */
const backfillLimit = 3;
/** Characters; longer than any address a browser takes. */
const addressLimit = 2048;

export const add = defineSubcommand({
  name: 'add',
  visibility: 'private',
  options: {
    url: required.text({ max: addressLimit }),
    channel: optional.channel('text', 'announcement'),
    backfill: optional.integer(0, backfillLimit),
  },
  async run({ options, guildId, member, now, say, mention }, ports: AddPorts) {
    const settings = await ports.settings.get(guildId);
    const channelId = options.channel?.id ?? settings.articlesChannelId;
    if (channelId === undefined) throw new Refusal('channelMissing', { command: mention('setup') });
    const address = withScheme(options.url);
    await refuseKnown(address, guildId, mention, ports.subscriptions);

    const reading = await readBaseline(address, ports.reader);
    await refuseKnown(reading.url, guildId, mention, ports.subscriptions);
    const { url, siteUrl, language } = reading;
    const title = reading.title.trim() || new URL(url).hostname;
    const nextPollAt = now + ports.polling.intervalMs(url);
    const described = { url, title, ...(siteUrl ? { siteUrl } : {}), ...(language ? { language } : {}) };
    const source = await ports.sources.save(described, nextPollAt);
    const backfill = Math.min(options.backfill ?? 0, reading.entries.length);
    const entries = await withPages(reading.entries, backfill, now, ports.reader);
    const findings = { entries, validators: reading.validators, readAt: now, nextPollAt };
    await ports.sources.saveReading(source.id, findings, planning);

    const wanted = { guildId, sourceId: source.id, channelId, addedBy: member.id, addedAt: now };
    await ports.subscriptions.add(wanted, backfill, (articles, subscription) =>
      planArticleDeliveries(articles, [{ subscription, settings }]),
    );

    const problem = findProblem(ports.guilds, guildId, channelId, settings.threads);
    const newestAt = newestDate(reading, now);
    return reply(
      sourceAdded({
        title,
        url: siteUrl ?? url,
        articleCount: reading.entries.length,
        ...(newestAt === undefined ? {} : { newestAt }),
        channelId,
        backfilled: backfill,
        nextPollAt,
        ...(problem === undefined ? {} : { problem }),
        say,
      }),
    );
  },
});

async function refuseKnown(
  address: string,
  guildId: GuildId,
  mention: (command: string) => string,
  subscriptions: Pick<Subscriptions, 'list'>,
): Promise<void> {
  const followed = await subscriptions.list(guildId);
  const known = followed.find(({ source }) => canonicalLink(source.url) === canonicalLink(address));
  if (known) {
    const channel = `<#${known.subscription.channelId}>`;
    const source = escapeLine(known.source.title, 100);
    throw new Refusal('sourceKnown', { source, channel, command: mention('sources remove') });
  }
  if (followed.length >= subscriptionsPerGuild) {
    throw new Refusal('sourcesFull', { limit: subscriptionsPerGuild, command: mention('sources remove') });
  }
}

/** Unconditional: a baseline needs all that the feed shows. */
async function readBaseline(address: string, reader: Reader): Promise<FeedReading> {
  const reading = await reader.readFeed(address);
  // A site that says "not modified" to somebody who has nothing yet is broken.
  if (reading.kind !== 'read') throw new SourceError('status', { status: 304 });
  return reading;
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

/** A date that lies ahead says nothing of when something was published. */
function newestDate(reading: FeedReading, now: number): number | undefined {
  const dates = reading.entries.flatMap(({ publishedAt }) =>
    publishedAt === undefined || publishedAt > now ? [] : [publishedAt],
  );
  return dates.length === 0 ? undefined : dates.reduce((newest, date) => Math.max(newest, date));
}
