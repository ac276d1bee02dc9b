// How long a member waits for the answer to a command, from the event at the gateway until the local Discord has accepted the
// answer, beside a bare discord.js bot that answers "pong" to the same kind of event. Each is a process of its own; they take turns.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleId, ChannelId, GuildId, UserId } from '../src/domain/ids.ts';
import { readArticle } from '../src/reading/readArticle.ts';
import { openStore } from '../src/store/openStore.ts';
import { version } from '../src/version.ts';
import type { Bench, Row } from './bench.ts';
import type { CommandAnswer, CommandOrder, CommandPlaces } from './commandServer.ts';
import { fillStore } from './fillStore.ts';
import { createMaker, type MadeArticle } from './sampleArticles.ts';
import { buildBots, startBuilt } from './startBuilt.ts';
import { startFlags } from './startFlags.ts';

const articleCount = 10_000;
const sourceCount = 10;
/** Before it counts, the engine compiles what is used often, and every recent article was asked for once, as for its card. */
const warmUpTurns = 100;
const recentCount = warmUpTurns;
const turns = 300;
/** Discord's numbers for an option's kind. */
const [subcommand, text] = [1, 3] as const;

type Uses = Readonly<Record<string, (turn: number) => CommandOrder>>;

export const commanding: Bench = {
  name: 'commanding',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'society-bot-bench-'));
    buildBots();
    const server = fork(new URL('./commandServer.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
    try {
      const [{ places, ...guild }] = (await once(server, 'message')) as [CommandPlaces];
      const path = join(folder, 'bench.sqlite');
      const made = await fill(path, guild);
      const environment = {
        DISCORD_TOKEN: places.bot.token,
        DISCORD_API_URL: places.bot.apiUrl,
        DATABASE_URL: `file:${path}`,
        LOG_LEVEL: 'info',
      };
      const bare = await startBuilt([], 'bench/pingBot.js', [places.bare.token, places.bare.apiUrl], {});
      const bot = await startBuilt(startFlags(), 'src/main.js', [], environment);
      try {
        return toRows(await takeTurns(server, usesOf(made)));
      } finally {
        await bot.stop();
        await bare.stop();
      }
    } finally {
      server.disconnect();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function fill(path: string, { guildId, channelId }: Omit<CommandPlaces, 'places'>): Promise<MadeArticle[]> {
  const store = await openStore(`file:${path}`);
  for (let number = 1; number <= sourceCount; number += 1) {
    // Read by nobody during the bench.
    const neverAt = Date.now() + 86_400_000;
    const { id: sourceId } = await store.sources.save(
      { url: `https://${number}.example/feed`, title: 'Bench' },
      neverAt,
    );
    const place = { guildId: guildId as GuildId, channelId: channelId as ChannelId };
    await store.subscriptions.addUnread({ ...place, sourceId, addedBy: '1' as UserId, addedAt: 0 });
  }
  await store.close();
  const made: MadeArticle[] = [];
  fillStore(path, createMaker(2), made, articleCount, sourceCount);
  await readAsTheyCameIn(path, made);
  return made;
}

/** Of what `summary` asks for; the recent ones are read by the job of the bot, or when they are first asked for. */
async function readAsTheyCameIn(path: string, made: readonly MadeArticle[]): Promise<void> {
  const { articles, articleReadings, close } = await openStore(`file:${path}`, undefined, undefined, version);
  for (let turn = 0; turn < warmUpTurns + turns; turn += 1) {
    const article = await articles.get(numberOf(turn, made) as ArticleId);
    if (article) await articleReadings.keep(article, readArticle(article, 'standard'));
  }
  await close();
}

/** Far apart from each other; the article with the id n is the nth that was made. */
function numberOf(turn: number, made: readonly MadeArticle[]): number {
  return 1 + ((turn * 37) % made.length);
}

function usesOf(made: readonly MadeArticle[]): Uses {
  const articleOf = (turn: number) => made[numberOf(turn, made) - 1] as MadeArticle;
  const wordOf = (turn: number) => articleOf(turn).text.split(/\W+/)[turn % 20] ?? '';
  const use = (name: string, options: readonly { readonly name: string; readonly value: string }[]): CommandOrder => ({
    of: 'bot',
    slash: {
      name: 'articles',
      options: [{ type: subcommand, name, options: options.map((option) => ({ type: text, ...option })) }],
    },
  });
  return {
    latest: () => use('latest', []),
    search: (turn) => use('search', [{ name: 'query', value: wordOf(turn) }]),
    summary: (turn) => use('summary', [{ name: 'article', value: `#${numberOf(turn, made)}` }]),
    'summary of a recent one': (turn) =>
      use('summary', [{ name: 'article', value: `#${made.length - (turn % recentCount)}` }]),
    autocomplete: (turn) => {
      const value = articleOf(turn).title.slice(0, 1 + (turn % 12));
      const option = { type: text, name: 'article', value, focused: true } as const;
      return {
        of: 'bot',
        autocomplete: { name: 'articles', options: [{ type: subcommand, name: 'summary', options: [option] }] },
      };
    },
    'a bare ping': () => ({ of: 'bare', slash: { name: 'ping' } }),
  };
}

async function takeTurns(server: ChildProcess, uses: Uses): Promise<ReadonlyMap<string, number[]>> {
  const times = new Map<string, number[]>(Object.keys(uses).map((name) => [name, []]));
  for (let turn = 0; turn < warmUpTurns + turns; turn += 1) {
    for (const [name, use] of Object.entries(uses)) {
      const answered = once(server, 'message');
      server.send(use(turn));
      const [{ ms }] = (await answered) as [CommandAnswer];
      if (turn >= warmUpTurns) times.get(name)?.push(ms);
    }
  }
  return times;
}

function toRows(times: ReadonlyMap<string, number[]>): Row[] {
  const bare = percentile(times.get('a bare ping') ?? [], 0.5);
  const ofBot = [...times].filter(([name]) => name !== 'a bare ping').flatMap(([, ms]) => ms);
  return [...times, ['all but the ping together', ofBot] as const].map(([figure, ms]) => ({
    bench: 'commanding',
    figure,
    value: `p50 ${percentile(ms, 0.5).toFixed(1)} ms, p99 ${percentile(ms, 0.99).toFixed(1)} ms`,
    yardstick: 'a bare ping (p50)',
    ratio: bare / percentile(ms, 0.5),
  }));
}

function percentile(figures: readonly number[], share: number): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length * share)] ?? 0;
}
