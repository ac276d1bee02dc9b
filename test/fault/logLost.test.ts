import { type ChildProcess, fork, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { askBot } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

const program = fileURLToPath(new URL('../support/killableBot.ts', import.meta.url));

describe('a bot whose log nobody takes', () => {
  let world: World;
  let bot: ChildProcess;
  afterEach(async () => {
    bot.kill('SIGKILL');
    await world.close();
  });

  async function startWriting(stdout: 'pipe' | number): Promise<void> {
    world = await startWorld({ logLevel: 'debug' });
    const stdio: StdioOptions = ['ignore', stdout, 'inherit', 'ipc'];
    bot = fork(program, [JSON.stringify({ config: world.config })], { execArgv: ['--import', 'tsx'], stdio });
    await once(bot, 'message');
  }

  async function expectPosting(): Promise<void> {
    const { discord, site } = world;
    const who = { user: 'moderator', timeoutMs: 20_000 };
    await askBot(discord, 'setup', { articles: { channel: 'news' } }, who);
    await askBot(discord, 'sources add', { url: site.feedUrl }, who);
    site.publishNext();
    await waitFor('the article', () => discord.messages(discord.channel('news').id).length === 1, 20_000);
    expect(bot.exitCode).toBeNull();
  }

  it('posts on when the reader of its log has gone', async () => {
    await startWriting('pipe');
    bot.stdout?.destroy();
    await expectPosting();
  }, 60_000);

  it('posts on when its log is on a full disk', async () => {
    const full = openSync('/dev/full', 'w');
    try {
      await startWriting(full);
      await expectPosting();
    } finally {
      closeSync(full);
    }
  }, 60_000);
});
