// /sources import: follows the feeds of an OPML file. None is read here: the first reading in its turn is the baseline, so
// nothing old is posted and no site is asked out of turn.

import { canonicalLink } from '../../src/domain/canonicalLink.ts';
import { Refusal } from '../../src/domain/errors.ts';
import { feedListBytes, type ListedFeed } from '../../src/domain/feedList.ts';
import type { ChannelId } from '../../src/domain/ids.ts';
import { hasThreads, type SubscriptionChoices, subscriptionsPerGuild } from '../../src/domain/subscription.ts';
import { type Asked, type AskedWithOptions, defineSubcommand } from '../../src/kit/defineCommand.ts';
import { optional, required } from '../../src/kit/options.ts';
import { reply } from '../../src/kit/result.ts';
import type { Say } from '../../src/kit/translate.ts';
import type { Guilds } from '../../src/ports/guilds.ts';
import type { FeedListReading, Reader } from '../../src/ports/reader.ts';
import type { Settings } from '../../src/ports/settings.ts';
import type { Sources } from '../../src/ports/sources.ts';
import type { FollowedSource, Subscriptions } from '../../src/ports/subscriptions.ts';
import { sourcesImported } from '../../src/views/sourcesImported.ts';
import { findProblem } from '../parts/findProblem.ts';

export interface ImportPorts {
  readonly reader: Pick<Reader, 'readOpml'>;
  readonly settings: Settings;
  readonly sources: Pick<Sources, 'save' | 'restart'>;
  readonly subscriptions: Subscriptions;
  readonly guilds: Guilds;
}

const importOptions = { file: required.file(), channel: optional.channel('text', 'announcement', 'forum', 'thread') };

export const importList = defineSubcommand({
  name: 'import',
  visibility: 'private',
  options: importOptions,
  async run(input, ports: ImportPorts) {
    const { options, guildId, say, mention } = input;
    if (options.file.sizeBytes > feedListBytes) throw new Refusal('fileTooLarge', { limit: sizeInWords(say) });
    const settings = await ports.settings.get(guildId);
    const list = await ports.reader.readOpml(options.file.url);
    if (list.feeds.length + list.refused.length === 0) throw new Refusal('feedListEmpty');
    const followed = await ports.subscriptions.list(guildId);
    const fresh = withoutKnown(list.feeds, followed);
    const taken = fresh.slice(0, Math.max(0, subscriptionsPerGuild - followed.length));
    const usualChannelId = options.channel?.id ?? settings.articlesChannelId;
    const wanted = taken.map((feed) => ({ feed, choices: choicesFor(feed, list, usualChannelId, input, ports) }));
    const added: typeof wanted = [];
    const passedOver = { sourceKnown: list.feeds.length - fresh.length, sourcesFull: fresh.length - taken.length };
    for (const one of wanted) {
      const came = await follow(one.feed, one.choices, input, ports);
      if (came === 'followed') added.push(one);
      else passedOver[came] += 1;
    }
    const places = new Map(added.map(({ choices }) => [choices.channelId, hasThreads(choices, settings)]));
    return reply(
      sourcesImported({
        added: added.length,
        known: passedOver.sourceKnown,
        full: passedOver.sourcesFull,
        limit: subscriptionsPerGuild,
        refused: list.refused.map(({ title, url, fault }) => ({ title, url, code: fault })),
        problems: [...places].flatMap(([id, threads]) => findProblem(ports.guilds, guildId, id, threads) ?? []),
        listCommand: mention('sources list'),
        removeCommand: mention('sources remove'),
        say,
      }),
    );
  },
});

/** Each feed once, without those that are followed already, however their addresses are spelled. */
function withoutKnown(feeds: readonly ListedFeed[], followed: readonly FollowedSource[]): ListedFeed[] {
  const known = new Set(followed.map(({ source }) => canonicalLink(source.url)));
  return feeds.filter(({ url }) => {
    const link = canonicalLink(url);
    const isNew = !known.has(link);
    known.add(link);
    return isNew;
  });
}

/**
 * The channels and roles of another server's list mean nothing here; nor does a channel the person may not view.
 * @throws Refusal where no channel is known
 */
function choicesFor(
  { channelId, pingRoleId, threads, question, filter }: ListedFeed,
  list: FeedListReading,
  usualChannelId: ChannelId | undefined,
  { options, guildId, member, mention }: AskedWithOptions<typeof importOptions>,
  { guilds }: ImportPorts,
): SubscriptionChoices {
  const isOwn = list.guildId === guildId;
  const mayGoThere =
    isOwn &&
    options.channel === undefined &&
    channelId !== undefined &&
    member.visibleChannelIds.has(channelId) &&
    guilds.checkChannel(guildId, channelId, []).kind !== 'gone';
  const chosen = mayGoThere ? channelId : usualChannelId;
  if (chosen === undefined) throw new Refusal('channelMissing', { command: mention('setup') });
  return {
    channelId: chosen,
    ...(threads === undefined ? {} : { threads }),
    ...(question === undefined ? {} : { question }),
    ...(pingRoleId !== undefined && (isOwn || pingRoleId === 'nobody')
      ? { pingRoleId: isEveryone(pingRoleId, guildId) ? 'nobody' : pingRoleId }
      : {}),
    ...(filter === undefined ? {} : { filter }),
  };
}

/** The role that is everybody has the server's own id; it stands for "mention nobody". */
function isEveryone(roleId: string, guildId: string): boolean {
  return roleId === guildId;
}

/** @returns what kept it from being followed: somebody may have been faster, and the rest of the list is followed all the same */
async function follow(
  { url, title, kind, siteUrl, language, isPaused }: ListedFeed,
  choices: SubscriptionChoices,
  { guildId, member, now }: Asked,
  { sources, subscriptions }: ImportPorts,
): Promise<'followed' | 'sourceKnown' | 'sourcesFull'> {
  const described = { ...(siteUrl === undefined ? {} : { siteUrl }), ...(language === undefined ? {} : { language }) };
  const source = await sources.save({ url, kind, title: title || new URL(url).hostname, ...described }, now);
  const wanted = { ...choices, guildId, sourceId: source.id, addedBy: member.id, addedAt: now };
  try {
    await subscriptions.addUnread({ ...wanted, ...(isPaused ? { pausedAt: now } : {}) });
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'sourceKnown' || error.code === 'sourcesFull')) return error.code;
    throw error;
  }
  // One that other servers follow may be due much later, or have been stopped.
  if (!isPaused && source.lastReadAt !== undefined) await sources.restart(source.id, now);
  return 'followed';
}

function sizeInWords(say: Say): string {
  const bytesOfMegabyte = 1_000_000;
  const format = new Intl.NumberFormat(say.locale, { style: 'unit', unit: 'megabyte' });
  return format.format(feedListBytes / bytesOfMegabyte);
}
