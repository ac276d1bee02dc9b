import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { LocalDiscord } from '../../sandbox/discord/localDiscordInterface.ts';
import { type Checkpoint, moments } from '../../src/delivery/checkpoints.ts';
import { askBot, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

const program = fileURLToPath(new URL('../support/killableBot.ts', import.meta.url));
const steps = ['message', 'thread', 'question'] as const;
const inOrder = moments.filter((moment) => moment !== 'looked');
const checkpoints: Checkpoint[] = [
  'article:read',
  'article:saved',
  ...steps.flatMap((step) => inOrder.map((moment): Checkpoint => `${step}:${moment}`)),
];

/** Starts the bot in its own process; it dies at the moment named, if one is. */
function startProcess(world: World, killAt?: Checkpoint): ChildProcess {
  return fork(program, [JSON.stringify({ config: world.config, killAt })], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

async function end(bot: ChildProcess | undefined): Promise<void> {
  if (!bot || bot.exitCode !== null || bot.signalCode !== null) return;
  bot.kill('SIGKILL');
  await once(bot, 'exit');
}

function isComplete(discord: LocalDiscord, channelId: string): boolean {
  const [thread] = discord.threads(channelId);
  return thread !== undefined && discord.messages(thread.id).some((message) => textOf(message).includes('?'));
}

describe('a bot killed with SIGKILL and started again', () => {
  let world: World | undefined;
  let bot: ChildProcess | undefined;
  afterEach(async () => {
    await end(bot);
    await world?.close();
  });

  it.each([
    ...checkpoints.map((checkpoint) => [checkpoint, 'the nonce still covers it'] as const),
    ['message:answered', 'the nonce no longer covers it'] as const,
    ['question:answered', 'the nonce no longer covers it'] as const,
  ])(
    'at %s posts one message, one thread and one question while %s',
    async (killAt, nonce) => {
      world = await startWorld();
      const { discord, site } = world;
      if (nonce === 'the nonce no longer covers it') discord.setNonceWindow(0);
      const news = discord.channel('news').id;
      bot = startProcess(world, killAt);
      await once(bot, 'message');
      await askBot(discord, 'setup', { articles: { channel: 'news' } });
      await askBot(discord, 'sources add', { url: site.feedUrl });

      site.publishNext();
      const [, signal] = await once(bot, 'exit');
      expect(signal).toBe('SIGKILL');
      bot = startProcess(world);
      await once(bot, 'message');
      await waitFor(`the article after a kill at ${killAt}`, () => isComplete(discord, news), 20_000);

      // The next article comes after everything of the first: had anything been left to repeat, it would be here by then.
      const second = site.publishNext();
      await waitFor(
        'the next article',
        () =>
          discord.threads(news).length === 2 &&
          discord
            .threads(news)
            .every(({ id }) => discord.messages(id).some((message) => textOf(message).includes('?'))),
        20_000,
      );
      const cards = discord.messages(news);
      expect(cards).toHaveLength(2);
      expect(textOf(cards[1])).toContain(second.title.slice(0, 10));
      for (const thread of discord.threads(news)) {
        expect(discord.messages(thread.id).filter((message) => textOf(message).includes('?'))).toHaveLength(1);
      }
      expect(discord.violations).toEqual([]);
    },
    60_000,
  );
});
