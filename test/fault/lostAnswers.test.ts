import { afterEach, describe, expect, it } from 'vitest';
import type { FaultRule } from '../../sandbox/discord/faults.ts';
import type { LocalDiscord } from '../../sandbox/discord/localDiscordInterface.ts';
import { askBot, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

const createMessage = { method: 'POST', route: /^\/channels\/\d+\/messages$/, times: 1 } as const;
const createThread = { method: 'POST', route: /\/threads$/, times: 1 } as const;

const faults: [name: string, rule: FaultRule][] = [
  ['the connection is reset after the message was posted', { ...createMessage, mode: 'commitThenReset' }],
  ['the message was posted, but the answer is 502', { ...createMessage, mode: 'commitThenStatus', status: 502 }],
  ['the message was posted, but no answer comes', { ...createMessage, mode: 'hang' }],
  ['Discord answers 503', { ...createMessage, mode: 'refuse', status: 503 }],
  ['a rate limit names no time in its header', { ...createMessage, mode: 'rateLimit', delayMs: 300 }],
  ['the connection is reset after the thread was opened', { ...createThread, mode: 'commitThenReset' }],
  ['the thread answers 500', { ...createThread, mode: 'refuse', status: 500 }],
];

const questionsIn = (discord: LocalDiscord, threadId: string) =>
  discord.messages(threadId).filter((message) => textOf(message).includes('?'));

describe('an article is posted exactly once', () => {
  let world: World | undefined;
  afterEach(() => world?.close());

  it.each(faults)(
    'when %s',
    async (_name, rule) => {
      world = await startWorld();
      const { discord, site } = world;
      discord.setNonceWindow(0);
      await world.startBot();
      await askBot(discord, 'setup', { articles: { channel: 'news' } });
      await askBot(discord, 'sources add', { url: site.feedUrl });
      discord.fault(rule);

      site.publishNext();
      const news = discord.channel('news').id;
      const thread = await waitFor(
        'the question',
        () => discord.threads(news).find(({ id }) => questionsIn(discord, id).length > 0),
        25_000,
      );
      site.publishNext();
      await waitFor(
        'the next article',
        () => discord.threads(news).filter(({ id }) => questionsIn(discord, id).length > 0).length === 2,
        25_000,
      );
      expect(discord.messages(news)).toHaveLength(2);
      expect(discord.threads(news)).toHaveLength(2);
      expect(questionsIn(discord, thread.id)).toHaveLength(1);
      expect(discord.violations).toEqual([]);
    },
    60_000,
  );

  it('and never again when a person removed it before the answer was known', async () => {
    world = await startWorld();
    const { discord, site } = world;
    await world.startBot();
    await askBot(discord, 'setup', { articles: { channel: 'news' } });
    await askBot(discord, 'sources add', { url: site.feedUrl });
    discord.fault({ ...createMessage, mode: 'commitThenReset' });
    const news = discord.channel('news').id;
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
  });
});
