import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FaultRule } from '../../sandbox/discord/faults.ts';
import { askBot } from '../support/askBot.ts';
import { type ManyServers, type Server, type Suffering, startManyServers } from '../support/manyServers.ts';
import { quickTiming } from '../support/quickTiming.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

/** Milliseconds; the bot waits for an answer this long at most. */
const requestMs = 5_000;
/** No nonce is relied upon, and whatever was sent has landed before it is sent again, also on a busy machine. */
const timing = { ...quickTiming, requestMs, freshMs: 0, settleMs: 12_000 };

const faults: [name: string, fault: Omit<FaultRule, 'route' | 'method' | 'times'>][] = [
  ['carries it out, then resets the connection', { mode: 'commitThenReset' }],
  ['carries it out, then answers 502', { mode: 'commitThenStatus', status: 502 }],
  ['carries it out, then breaks off in the middle of its answer', { mode: 'halfJson' }],
  ['carries it out, then answers too late', { mode: 'delayAnswer', delayMs: requestMs + 1_000 }],
  ['resets the connection, then carries it out', { mode: 'commitLate', delayMs: 400 }],
  ['answers 504, then carries it out', { mode: 'commitLate', delayMs: 400, status: 504 }],
  ['never answers', { mode: 'hang' }],
  ['answers 503', { mode: 'refuse', status: 503 }],
  ['answers 500', { mode: 'refuse', status: 500 }],
  ['answers with a rate limit', { mode: 'rateLimit', delayMs: 300 }],
];
const asked = [
  { channel: 'news', asked: 'message' },
  { channel: 'news', asked: 'thread' },
  { channel: 'forum', asked: 'message' },
  { channel: 'announcements', asked: 'crosspost' },
] as const;
const sufferings: (Suffering & { readonly name: string })[] = faults.flatMap(([name, fault]) =>
  asked.map((where) => ({ ...where, name, fault: { ...fault, times: 1 } })),
);

describe('an article is posted exactly once, however late, although Discord remembers no nonce', () => {
  let world: ManyServers;
  const serverOf = (one: (typeof sufferings)[number]) => world.servers[sufferings.indexOf(one)] as Server;
  const isDone = ({ row }: Server) => row()?.state === 'sent';

  beforeAll(async () => {
    world = await startManyServers(sufferings, timing);
    world.discord.setNonceWindow(0);
    world.publish(1);
    await waitFor('the article in every server', () => world.servers.every(isDone), 90_000);
    // What was left to repeat would come before the next one.
    world.publish(2);
    await waitFor('the next one', () => world.servers.every(({ cards }) => cards().length > 1), 60_000);
    await waitFor('its questions', () => world.servers.every(({ questions }) => questions().length > 1), 60_000);
  }, 240_000);
  afterAll(() => world.close());

  it.each(sufferings)('when Discord $name, asked for a $asked in $channel', (one) => {
    const server = serverOf(one);
    const counts = [server.cards(), server.threads(), server.questions()].map(({ length }) => length);
    expect(counts).toEqual([2, 2, 2]);
    expect(server.requests()).toBeGreaterThanOrEqual(2);
    expect(server.alerts()).toEqual([]);
  });

  it('without breaking any of Discord’s rules', () => {
    expect(world.discord.violations).toEqual([]);
  });
});

describe('what a person removed', () => {
  let world: World | undefined;
  afterEach(() => world?.close());

  const follow = async () => {
    const { discord, site, startBot } = await startWorld().then((started) => {
      world = started;
      return started;
    });
    await startBot();
    await askBot(discord, 'setup', { articles: { channel: 'news' }, alerts: { channel: 'moderators' } });
    await askBot(discord, 'sources add', { url: site.feedUrl }, { user: 'moderator', timeoutMs: 20_000 });
    return { discord, site, news: discord.channel('news').id };
  };

  it('before the answer was known is never posted again', async () => {
    const { discord, site, news } = await follow();
    const route = /^\/channels\/\d+\/messages$/;
    discord.fault({ method: 'POST', route, times: 1, mode: 'commitThenReset' });
    const stop = discord.onRequest(({ method, path }) => {
      if (method !== 'POST' || !path.endsWith(`/channels/${news}/messages`)) return;
      const [first] = discord.messages(news);
      if (first) discord.deleteMessage(news, first.id);
      stop();
    });
    site.publishNext();
    await waitFor('the first article posted and removed', () =>
      discord.requests.some(({ path }) => path.endsWith(`/channels/${news}/messages`)),
    );
    site.publishNext();
    await waitFor('the next article', () => discord.threads(news).length === 1, 25_000);
    expect(discord.messages(news)).toHaveLength(1);
  }, 60_000);

  it('is not changed any more, and nobody hears of it', async () => {
    const { discord, site, news } = await follow();
    const { slug } = site.publishNext();
    const posted = await waitFor('the card', () => discord.messages(news)[0]);
    await waitFor('its discussion', () => discord.threads(news).length === 1);
    discord.deleteMessage(news, posted.id);
    site.retitle(slug, 'A title that was corrected');
    await waitFor('the vain change', () => discord.requests.some(({ method }) => method === 'PATCH'));
    site.publishNext();
    await waitFor('the next article', () => discord.messages(news).length === 1, 25_000);
    expect(discord.messages(discord.channel('moderators').id)).toEqual([]);
    expect(discord.violations).toEqual([]);
  }, 60_000);
});
