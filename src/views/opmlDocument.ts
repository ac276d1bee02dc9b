// A list of feeds as an OPML 2.0 file that every feed reader takes, with a guild's choices in attributes of our own.
// See https://opml.org/spec2.opml

import { type FeedList, feedListNamespace, type ListedFeed } from '../domain/feedList.ts';
import type { Instant } from '../domain/ids.ts';
import { oneLine } from './text.ts';

export interface OpmlDocument extends FeedList {
  readonly title: string;
  readonly createdAt: Instant;
}

type Attributes = Readonly<Record<string, string | undefined>>;

export function opmlDocument({ title, createdAt, guildId, feeds }: OpmlDocument): string {
  return [
    `${openTag('?xml', { version: '1.0', encoding: 'UTF-8' }).slice(0, -1)}?>`,
    openTag('opml', { version: '2.0', 'xmlns:society': feedListNamespace }),
    '  <head>',
    `    <title>${escapeXml(title)}</title>`,
    `    <dateCreated>${new Date(createdAt).toUTCString()}</dateCreated>`,
    '  </head>',
    `  ${openTag('body', { 'society:guild': guildId })}`,
    ...feeds.map((feed) => `    ${openTag('outline', outlineOf(feed)).slice(0, -1)}/>`),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function outlineOf({ url, title, siteUrl, language, ...choices }: ListedFeed): Attributes {
  const { kind, isPaused, channelId, pingRoleId, threads, question, filter } = choices;
  const onOff = (choice: boolean | undefined) => (choice === undefined ? undefined : choice ? 'on' : 'off');
  const terms = (list: readonly string[] | undefined) => (list?.length ? list.join(', ') : undefined);
  return {
    text: title || url,
    title: title || url,
    type: 'rss',
    xmlUrl: url,
    htmlUrl: siteUrl,
    language,
    'society:kind': kind === 'feed' ? undefined : kind,
    'society:paused': isPaused ? 'true' : undefined,
    'society:channel': channelId,
    'society:role': pingRoleId,
    'society:threads': onOff(threads),
    'society:question': onOff(question),
    'society:any': terms(filter?.any),
    'society:all': terms(filter?.all),
    'society:none': terms(filter?.none),
  };
}

/** What is undefined is left out. */
function openTag(name: string, attributes: Attributes): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}="${escapeXml(value)}"`],
  );
  return `<${[name, ...given].join(' ')}>`;
}

/** In one line, without what XML cannot hold. */
function escapeXml(text: string): string {
  return oneLine(text)
    .replace(/[\uFFFE\uFFFF]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
