import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Checkpoint } from '../../src/delivery/checkpoints.ts';
import { askBot, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

const program = fileURLToPath(new URL('../support/killableBot.ts', import.meta.url));
const title = 'A title that was corrected';
const moments: Checkpoint[] = ['edit:claimed', 'edit:marked', 'edit:answered', 'edit:recorded'];

describe('a correction', () => {
  let world: World | undefined;
  let bot: ChildProcess | undefined;
  afterEach(async () => {
    if (bot && bot.exitCode === null && bot.signalCode === null) {
      bot.kill('SIGKILL');
      await once(bot, 'exit');
    }
    await world?.close();
  });

  const startProcess = async ({ config }: World, killAt?: Checkpoint) => {
    const options = { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] as const };
    bot = fork(program, [JSON.stringify({ config, killAt })], { ...options, stdio: [...options.stdio] });
    await once(bot, 'message');
    return bot;
  };

  it.each(moments)(
    'is made in the one message that was posted, whoever kills the bot at %s',
    async (killAt) => {
      world = await startWorld();
      const { discord, site } = world;
      const news = discord.channel('news').id;
      const first = await startProcess(world, killAt);
      await askBot(discord, 'setup', { articles: { channel: 'news' } });
      await askBot(discord, 'sources add', { url: site.feedUrl });
      const { slug } = site.publishNext();
      const posted = await waitFor('the card', () => discord.messages(news)[0]);
      await waitFor('its question', () =>
        discord.threads(news).some(({ id }) => discord.messages(id).some((message) => textOf(message).includes('?'))),
      );
      site.retitle(slug, title);
      expect((await once(first, 'exit'))[1]).toBe('SIGKILL');
      await startProcess(world);
      await waitFor('the correction', () => textOf(discord.messages(news)[0]).includes(title), 20_000);
      // What is published next comes after all that was left to do.
      site.publishNext();
      await waitFor('the next article', () => discord.messages(news).length === 2, 20_000);
      expect(discord.messages(news)[0]?.id).toBe(posted.id);
      expect(discord.threads(news).filter(({ id }) => id === posted.id)).toHaveLength(1);
      expect(discord.violations).toEqual([]);
    },
    60_000,
  );

  it('of a message that a person removed disturbs nobody', async () => {
    world = await startWorld();
    const { discord, site } = world;
    await world.startBot();
    const news = discord.channel('news').id;
    await askBot(discord, 'setup', {
      articles: { channel: 'news' },
      alerts: { channel: 'moderators' },
      threads: 'off',
    });
    await askBot(discord, 'sources add', { url: site.feedUrl });
    const { slug } = site.publishNext();
    const posted = await waitFor('the card', () => discord.messages(news)[0]);
    discord.deleteMessage(news, posted.id);
    site.retitle(slug, title);
    await waitFor('the vain change', () => discord.requests.some(({ method }) => method === 'PATCH'));
    site.publishNext();
    await waitFor('the next article', () => discord.messages(news).length === 1);
    expect(discord.messages(discord.channel('moderators').id)).toEqual([]);
    expect(discord.violations).toEqual([]);
  }, 60_000);
});
