// The local Discord and a society's feed, in a process of their own, so that their work does not count as the bot's. Takes the
// number of guilds and of channels in each as arguments.

import { type RecordedRequest, startLocalDiscord } from '../sandbox/discord/localDiscord.ts';
import { smallGuild } from '../sandbox/discord/smallGuild.ts';

/** Whether Discord limits the bot's requests as the real one does. */
export type Limits = 'limited' | 'unlimited';

export interface DiscordPlace {
  readonly token: string;
  readonly url: string;
  readonly apiUrl: string;
  readonly guilds: readonly { readonly id: string; readonly channelIds: readonly string[] }[];
}

/** A request that the bot made of a channel, as far as a benchmark needs it. */
export type Arrival = Pick<RecordedRequest, 'startedAt' | 'method' | 'path' | 'status'> & {
  /** Number of the article that it shows. */
  readonly article?: number;
};

/** `publish` adds an article to the feeds; `report` tells all requests since the last report. */
export type Order = 'publish' | 'report';

const [guildCount = 1, channelCount = 1] = process.argv.slice(2).map(Number);
const limits = process.argv[4] as Limits;
let articles = 0;

const names = Array.from({ length: guildCount }, (_, index) => `Society ${index + 1}`);
const [first, ...others] = names.map((name) => smallGuild(name, channelCount));
if (!first) throw new Error('there is no guild');
const discord = await startLocalDiscord({
  guild: first,
  otherGuilds: others,
  rateScale: limits === 'limited' ? 1 : 0,
  routes(request, response) {
    if (!request.url?.startsWith('/feed')) return false;
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed());
    return true;
  },
});

/** All feeds show the same. */
function feed(): string {
  const paragraph =
    'Trade, prices and institutions move together, and what follows from it is a question worth asking. ';
  const items = Array.from(
    { length: articles },
    (_, index) => `<item><title>Article ${index + 1} on trade</title><link>https://society.example/post/${index}</link>
      <guid isPermaLink="false">${index}</guid><description>${paragraph}</description>
      <content:encoded><![CDATA[<p>${paragraph.repeat(12)}</p>]]></content:encoded></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bench</title>
    <link>https://society.example/</link>${items.reverse().join('')}</channel></rss>`;
}

let reported = 0;

function report(): Arrival[] {
  const arrived = discord.requests.slice(reported);
  reported = discord.requests.length;
  return arrived.map(({ startedAt, method, path, status, body }) => {
    const article = /Article (\d+)/.exec(JSON.stringify(body ?? ''))?.[1];
    return { startedAt, method, path, status, ...(article === undefined ? {} : { article: Number(article) }) };
  });
}

process.on('disconnect', () => process.exit(0));
process.on('message', (order: Order) => {
  if (order === 'report') process.send?.(report());
  else articles += 1;
});

const place: DiscordPlace = {
  token: discord.token,
  url: discord.url,
  apiUrl: discord.apiUrl,
  guilds: discord.guilds().map(({ id, channels }) => ({
    id,
    channelIds: [...channels.values()].filter(({ name }) => name.startsWith('news-')).map((channel) => channel.id),
  })),
};
process.send?.(place);
