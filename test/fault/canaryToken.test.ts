// Everything secret or typed is given a mark, the bot is driven through what it does and through what breaks, and nothing that
// leaves its process by the log, by stderr or by its figures may carry one of the marks.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { askBot } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

const program = fileURLToPath(new URL('../support/killableBot.ts', import.meta.url));
const key = 'canary-key-4711';
const typed = 'canarywordtyped';

/** A bot in a process of its own, and all it ever wrote. */
async function startListened({ config }: World) {
  const bot: ChildProcess = fork(program, [JSON.stringify({ config })], {
    execArgv: ['--import', 'tsx'],
    silent: true,
  });
  let output = '';
  for (const stream of [bot.stdout, bot.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  await once(bot, 'message');
  const lines = () =>
    output
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line));
  return { bot, output: () => output, lines };
}

describe('what the bot writes', () => {
  let world: World;
  let bot: ChildProcess | undefined;
  afterEach(async () => {
    bot?.kill('SIGKILL');
    await world.close();
  });

  it('never shows the token, tokens of interactions, queries of addresses or what people typed, whatever fails', async () => {
    world = await startWorld({ logLevel: 'debug', http: { host: '127.0.0.1', port: 0 } });
    const { discord, site, config } = world;
    const listened = await startListened(world);
    bot = listened.bot;
    const events = () => listened.lines().map(({ event }) => event);
    const ask = (command: string, given: Parameters<typeof askBot>[2] = {}) => askBot(discord, command, given);

    await ask('setup', { articles: { channel: 'news' } });
    await ask('sources add', { url: `${site.feedUrl}?key=${key}` });
    await ask('sources add', { url: `${site.url}/missing/${typed}?key=${key}` });
    await ask('articles search', { query: typed });
    discord.fault({ mode: 'refuse', status: 500, method: 'POST', route: /^\/channels\/\d+\/messages$/, times: 1 });
    site.publishNext();
    await waitFor('the article', () => discord.messages(discord.channel('news').id).length === 1, 20_000);

    const answers = { mode: 'refuse', route: /^\/interactions\/.*\/callback$/, times: 1 } as const;
    const message = `"${typed}" is nothing that ${discord.token} may send to ${site.feedUrl}?key=${key}`;
    for (const fault of [{ ...answers, status: 400, body: { message, code: 50035 } }, answers]) {
      discord.fault(fault);
      const before = events().length;
      // Nobody waits for the answer: there is none.
      ask('articles search', { query: typed }).catch(() => undefined);
      await waitFor('the defect', () => events().slice(before).includes('command.failed'));
    }

    const database = new SqliteDatabase(config.databaseUrl.replace('file:', ''));
    database.exec('ALTER TABLE kept_searches RENAME TO gone');
    database.close();
    await ask('articles search', { query: typed });

    site.fail('down');
    await waitFor('the trouble of the source', () => events().includes('source.failed'));
    const { port } = listened.lines().find(({ event }) => event === 'http.listening');
    const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();

    discord.fault({ mode: 'refuse', status: 401 });
    site.fail();
    site.publishNext();
    await waitFor('the refused token', async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 503);
    bot.kill('SIGTERM');
    await once(bot, 'exit');

    expect(events()).toEqual(
      expect.arrayContaining(['command.answered', 'command.failed', 'delivery.advanced', 'source.failed']),
    );
    const interactionTokens = discord.requests.flatMap(
      ({ path }) => /^\/(?:interactions|webhooks)\/\d+\/([^/?]+)/.exec(path)?.[1] ?? [],
    );
    expect(interactionTokens.length).toBeGreaterThan(5);
    expect(discord.token.length).toBeGreaterThan(8);
    for (const secret of [discord.token, ...interactionTokens, key, typed]) {
      expect(listened.output()).not.toContain(secret);
      expect(figures).not.toContain(secret);
    }
  }, 90_000);
});
