import { afterEach, describe, expect, it } from 'vitest';
import { askBot, textOf } from '../support/askBot.ts';
import { type FeedServer, startFeedServer } from '../support/killing/feedServer.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

const createMessage = { method: 'POST', route: /^\/channels\/\d+\/messages$/ } as const;
const who = { user: 'moderator', timeoutMs: 20_000 };

describe('the bot', { timeout: 120_000 }, () => {
  let world: World;
  let feeds: FeedServer;
  afterEach(async () => {
    await world.close();
    await feeds.close();
  });

  const follow = async () => {
    feeds = await startFeedServer();
    world = await startWorld({ fetchAllowHosts: [feeds.host] });
    await world.startBot();
    const { discord } = world;
    await askBot(
      discord,
      'setup',
      { articles: { channel: 'news' }, alerts: { channel: 'moderators' }, threads: 'off' },
      who,
    );
    await askBot(discord, 'sources add', { url: feeds.urlOf('society') }, who);
    return { discord, news: discord.channel('news').id };
  };
  const publish = (number: number) => feeds.publish('society', { number, title: `Note ${number} on patience` });
  const creates = () =>
    world.discord.requests.filter(({ method, path }) => method === 'POST' && createMessage.route.test(path));
  const numbersIn = (channelId: string) =>
    world.discord.messages(channelId).map((message) => Number(/Note (\d+)/.exec(textOf(message))?.[1]));

  it('asks now and then while Discord answers 503, and brings all in order once it is over', async () => {
    const { discord, news } = await follow();
    const end = discord.fault({ ...createMessage, mode: 'refuse', status: 503 });
    for (const number of [1, 2, 3, 4]) publish(number);
    await waitFor('some vain requests', () => creates().length >= 4, 30_000);
    end();
    await waitFor('all articles', () => discord.messages(news).length === 4, 30_000);
    expect(numbersIn(news)).toEqual([1, 2, 3, 4]);
    expect(discord.violations).toEqual([]);
  });

  it('makes no request of a delivery within a global rate limit', async () => {
    const { discord, news } = await follow();
    discord.fault({ ...createMessage, mode: 'rateLimit', scope: 'global', delayMs: 3_000, times: 1 });
    publish(1);
    await waitFor('the article', () => discord.messages(news).length === 1, 30_000);
    const [limited, next] = creates();
    expect(limited?.status).toBe(429);
    expect(Number(next?.startedAt) - Number(limited?.startedAt)).toBeGreaterThanOrEqual(2_900);
    expect(creates()).toHaveLength(2);
  });

  it('sends nothing twice while Discord is slow, but within the time it is given', async () => {
    const { discord, news } = await follow();
    discord.fault({ ...createMessage, mode: 'delay', delayMs: 1_000, times: 1 });
    publish(1);
    await waitFor('the article', () => discord.messages(news).length === 1, 30_000);
    publish(2);
    await waitFor('the next one', () => discord.messages(news).length === 2, 30_000);
    expect(numbersIn(news)).toEqual([1, 2]);
  });

  it.each(['source', 'channel'] as const)(
    'goes on when a %s is removed while its article is being sent',
    async (what) => {
      const { discord, news } = await follow();
      discord.fault({ ...createMessage, mode: 'delayAnswer', delayMs: 1_500, times: 1 });
      publish(1);
      await waitFor('the article on its way', () => discord.messages(news).length === 1, 30_000);
      if (what === 'source') await askBot(discord, 'sources remove', { source: feeds.urlOf('society') }, who);
      else discord.deleteChannel(news);
      await askBot(discord, 'sources add', { url: feeds.urlOf('other'), channel: { channel: 'papers' } }, who);
      feeds.publish('other', { number: 7, title: 'Note 7 on patience' });
      const papers = discord.channel('papers').id;
      await waitFor('an article elsewhere', () => discord.messages(papers).length === 1, 30_000);
      expect(creates().filter(({ path }) => path.includes(news))).toHaveLength(1);
      expect(discord.messages(discord.channel('moderators').id)).toEqual([]);
      expect(discord.violations).toEqual([]);
    },
  );

  it('asks the moderators about ten thousand articles instead of posting one of them', async () => {
    const { discord, news } = await follow();
    feeds.publishMany('society', 10_000);
    const moderators = discord.channel('moderators').id;
    const question = await waitFor('the question', () => discord.messages(moderators)[0], 60_000);
    expect(textOf(question)).toMatch(/new/);
    expect(discord.messages(news)).toEqual([]);
    expect(discord.messages(moderators)).toHaveLength(1);
  });
});
