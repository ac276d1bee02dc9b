// The process as a supervisor sees it: when it ends, with which code, what it says, and what does not end it.

import SqliteDatabase from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalDiscord } from '../../sandbox/discord/localDiscordInterface.ts';
import { askBot } from '../support/askBot.ts';
import { type BotProcess, startProcess } from '../support/botProcess.ts';
import { type BuiltBot, buildBot } from '../support/buildBot.ts';
import { followSite } from '../support/followSite.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

/** Far less than a request that hangs would take, and enough for a busy machine. */
const stopLimitMs = 8_000;
/** A start takes its time on a busy machine. */
const startLimitMs = 60_000;

describe('the process of the bot', { timeout: 120_000 }, () => {
  let world: World;
  let discord: LocalDiscord;
  let built: BuiltBot;
  let bot: BotProcess | undefined;

  beforeAll(async () => {
    built = await buildBot('src/main.ts');
    world = await startWorld();
    discord = world.discord;
    const first = await world.startBot();
    await followSite(world);
    await first.stop();
  }, 120_000);
  afterAll(async () => {
    await world?.close();
    built?.remove();
  });

  beforeEach(() => {
    // Its logins wait 5, 10, 20 seconds in quick succession, as they should. Not what is tested here.
    forgetLogins(world.config.databaseUrl);
  });
  afterEach(async () => {
    bot?.signal('SIGCONT');
    bot?.signal('SIGKILL');
    await bot?.exit;
  });

  const start = (config = world.config, also?: string) => startProcess(built.program, config, also);
  const started = async (also?: string): Promise<BotProcess> => {
    bot = start(world.config, also);
    await logged(bot, 'bot.started');
    return bot;
  };

  it('ends with 78 and a sentence when Discord does not grant the intents', async () => {
    discord.gateway.refusal = 4014;
    bot = start();
    expect(await bot.exit).toBe(78);
    discord.gateway.refusal = undefined;
    expect(bot.stderr).toMatch(/^Discord does not grant the intents .* start again\. \(code 4014\)\n$/);
  });

  it('ends with 78 and a sentence when Discord refuses the token at the start', async () => {
    const mend = discord.fault({ mode: 'refuse', status: 401, route: /^\/gateway\/bot$/ });
    bot = start();
    expect(await bot.exit).toBe(78);
    mend();
    expect(bot.stderr).toMatch(/^DISCORD_TOKEN is not taken by Discord\..*\n$/);
  });

  it('ends with 78 and a sentence when the token is reset while it runs', async () => {
    const running = await started();
    discord.dropGateway(4004);
    expect(await running.exit).toBe(78);
    expect(running.stderr).toMatch(/^DISCORD_TOKEN is not taken by Discord\..*\n$/);
  });

  it.each([
    ['runs', async () => void (await started())],
    [
      'cannot reach Discord',
      async () => {
        bot = start({ ...world.config, discordApiUrl: 'http://127.0.0.1:1/api' });
        await logged(bot, 'gateway.trouble');
      },
    ],
    [
      'cannot reach the gateway',
      async () => {
        discord.gateway.accepts = false;
        bot = start();
        await logged(bot, 'gateway.trouble');
        discord.gateway.accepts = true;
      },
    ],
  ])('ends in time and with 0 when it is asked to stop while it %s', async (_what, reach) => {
    await reach();
    await endsInTime();
  });

  it('logs what nobody caught and ends with 1, so that its supervisor starts it again', async () => {
    const running = await started(
      "data:text/javascript,process.on('SIGUSR2',()=>{Promise.reject(new Error('nobody caught this'))})",
    );
    running.signal('SIGUSR2');
    expect(await running.exit).toBe(1);
    expect(running.stderr).toContain('nobody caught this');
    const last: unknown = JSON.parse(running.stdout.trimEnd().split('\n').at(-1) ?? '');
    expect(last).toMatchObject({ event: 'bot.failed', err: { message: 'nobody caught this' } });
  });

  it('goes on posting when nobody reads its output any more', async () => {
    const running = await started();
    running.child.stdout?.destroy();
    running.child.stderr?.destroy();
    await postsOne();
    await postsOne();
    expect(running.child.exitCode).toBeNull();
  });

  it('resumes and posts once after it stood still until Discord gave its connection up', async () => {
    discord.gateway.heartbeatIntervalMs = 500;
    const running = await started();
    const { identifies, resumes } = discord.gateway;
    running.signal('SIGSTOP');
    await waitFor('Discord to give up', () => !discord.isConnected());
    discord.gateway.heartbeatIntervalMs = 41_250;
    running.signal('SIGCONT');
    await waitFor('a resume', () => discord.gateway.resumes > resumes && discord.isConnected());
    expect(discord.gateway.identifies).toBe(identifies);
    await postsOne();
  });

  it.each([
    ['expired', 404, 10062],
    ['was answered already', 400, 40060],
  ])('survives an interaction that %s', async (_what, status, code) => {
    const running = await started();
    const mend = discord.fault({ mode: 'refuse', status, code, route: /\/callback$/ });
    await askBot(discord, 'articles latest', {}, { user: 'member', timeoutMs: 500 }).catch(() => undefined);
    await logged(running, 'command.refused');
    mend();
    await askBot(discord, 'articles latest', {}, { user: 'member' });
    expect(running.stdout).not.toContain('command.failed');
  });

  it('ends in time and with 0 when it is asked to stop while a request hangs', async () => {
    await started();
    await hangAPost();
    await endsInTime();
  });

  it('ends at once when it is asked twice', async () => {
    const running = await started();
    await hangAPost();
    running.signal('SIGTERM');
    running.signal('SIGINT');
    expect(await running.exit).toBe(1);
  });

  async function endsInTime(): Promise<void> {
    const askedAt = performance.now();
    bot?.signal('SIGTERM');
    expect(await bot?.exit).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(stopLimitMs);
    expect(bot?.stderr).toBe('');
  }

  async function hangAPost(): Promise<void> {
    const posts = () => discord.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
    const before = posts().length;
    discord.fault({ mode: 'hang', method: 'POST', route: /\/messages$/, times: 1 });
    world.site.publishNext();
    await waitFor('a post that hangs', () => posts().length > before);
  }

  async function postsOne(): Promise<void> {
    const news = discord.channel('news').id;
    const before = discord.messages(news).length;
    world.site.publishNext();
    await waitFor('the article', () => discord.messages(news).length > before, startLimitMs);
    expect(discord.messages(news)).toHaveLength(before + 1);
  }
});

function forgetLogins(databaseUrl: string): void {
  const database = new SqliteDatabase(databaseUrl.replace('file:', ''));
  database.exec('DELETE FROM logins');
  database.close();
}

function logged(bot: BotProcess, event: string): Promise<unknown> {
  return waitFor(
    event,
    () => {
      if (bot.child.exitCode !== null) throw new Error(`the bot ended with ${bot.child.exitCode}: ${bot.stderr}`);
      return bot.stdout.includes(`"${event}"`);
    },
    startLimitMs,
  );
}
