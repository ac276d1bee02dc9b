// An OPML file from anybody → the feeds it lists. One pass without a tree: nesting costs nothing, folders are passed over,
// and entities that the file declares for itself are never expanded. What of our own attributes cannot be read is left out.

import { SourceError } from '../domain/errors.ts';
import {
  type FeedList,
  feedListBytes,
  feedListNamespace,
  type ListedFeed,
  listedUrlLimit,
} from '../domain/feedList.ts';
import { type ArticleFilter, isEmptyFilter, readFilterTerms } from '../domain/filter.ts';
import type { ChannelId, GuildId, RoleId } from '../domain/ids.ts';
import { cutText, singleLine } from './cleanText.ts';
import { decodeText } from './decodeText.ts';
import { decodeEntities } from './entities.ts';
import { normaliseLanguage } from './languageTag.ts';
import { scanMarkup, type Tag } from './markup.ts';
import { normaliseLink } from './pageAddress.ts';

/** Feeds read of one file; a server takes far fewer. */
const maxFeeds = 1_000;
const titleLength = 200;

export interface OpmlDocument {
  readonly bytes: Uint8Array;
  readonly contentType?: string | undefined;
}

/** Attributes by name, lower case; ours without their prefix. */
interface Attributes {
  readonly named: ReadonlyMap<string, string>;
  readonly ours: ReadonlyMap<string, string>;
}

/** @throws SourceError notOpml, tooLarge */
export function parseOpml({ bytes, contentType }: OpmlDocument): FeedList {
  if (bytes.length > feedListBytes) throw new SourceError('tooLarge');
  const feeds: ListedFeed[] = [];
  let isOpml: boolean | undefined;
  let prefix = '';
  let guildId: GuildId | undefined;
  scanMarkup(decodeText(bytes, contentType ?? ''), 'xml', {
    onOpen(tag, stop) {
      const name = tag.name.toLowerCase();
      isOpml ??= name === 'opml';
      if (!isOpml || feeds.length >= maxFeeds) return stop();
      if (name === 'opml') prefix = ourPrefix(tag);
      if (name === 'body') guildId = snowflakeIn(attributesOf(tag, prefix).ours, 'guild') as GuildId | undefined;
      const feed = name === 'outline' ? readFeed(attributesOf(tag, prefix)) : undefined;
      if (feed) feeds.push(feed);
    },
    onClose: () => undefined,
    onText: () => undefined,
  });
  if (!isOpml) throw new SourceError('notOpml');
  return { feeds, ...(guildId === undefined ? {} : { guildId }) };
}

function ourPrefix({ attributes }: Tag): string {
  const declared = [...attributes].find(([name, value]) => name.startsWith('xmlns:') && value === feedListNamespace);
  return declared === undefined ? '' : declared[0].slice('xmlns:'.length).toLowerCase();
}

function attributesOf({ attributes }: Tag, prefix: string): Attributes {
  const named = new Map<string, string>();
  const ours = new Map<string, string>();
  for (const [written, raw] of attributes) {
    const name = written.toLowerCase();
    const value = singleLine(decodeEntities(raw));
    if (prefix !== '' && name.startsWith(`${prefix}:`)) ours.set(name.slice(prefix.length + 1), value);
    else named.set(name, value);
  }
  return { named, ours };
}

/** Undefined for a folder, or a link that is no feed. */
function readFeed({ named, ours }: Attributes): ListedFeed | undefined {
  const isFeed = /^(rss|atom|feed)$/i.test(named.get('type') ?? '');
  const address = named.get('xmlurl') || (isFeed ? named.get('url') : undefined);
  if (!address) return undefined;
  const siteUrl = normaliseLink(named.get('htmlurl'));
  const language = normaliseLanguage(named.get('language'));
  const channelId = snowflakeIn(ours, 'channel') as ChannelId | undefined;
  const pingRoleId = ours.get('role') === 'nobody' ? 'nobody' : (snowflakeIn(ours, 'role') as RoleId | undefined);
  const threads = switchIn(ours, 'threads');
  const question = switchIn(ours, 'question');
  const filter = readFilter(ours);
  return {
    url: withoutFeedScheme(address).slice(0, listedUrlLimit + 1),
    title: cutText(named.get('title') || named.get('text') || '', titleLength),
    kind: ours.get('kind') === 'index' ? 'index' : 'feed',
    isPaused: ours.get('paused') === 'true',
    ...(siteUrl === undefined ? {} : { siteUrl }),
    ...(language === undefined ? {} : { language }),
    ...(channelId === undefined ? {} : { channelId }),
    ...(pingRoleId === undefined ? {} : { pingRoleId }),
    ...(threads === undefined ? {} : { threads }),
    ...(question === undefined ? {} : { question }),
    ...(isEmptyFilter(filter) ? {} : { filter }),
  };
}

/** `feed://example.org/x` and `feed:https://example.org/x` are addresses some programs write. */
function withoutFeedScheme(address: string): string {
  return address.replace(/^feed:(?=https?:)/i, '').replace(/^feed:\/\//i, 'https://');
}

function snowflakeIn(ours: ReadonlyMap<string, string>, name: string): string | undefined {
  const value = ours.get(name);
  return value !== undefined && /^\d{1,20}$/.test(value) ? value : undefined;
}

function switchIn(ours: ReadonlyMap<string, string>, name: string): boolean | undefined {
  const value = ours.get(name);
  return value === 'on' ? true : value === 'off' ? false : undefined;
}

function readFilter(ours: ReadonlyMap<string, string>): ArticleFilter {
  const terms = (name: string) => {
    const read = readFilterTerms(ours.get(name) ?? '');
    return read.kind === 'terms' ? read.terms : [];
  };
  return { any: terms('any'), all: terms('all'), none: terms('none') };
}
