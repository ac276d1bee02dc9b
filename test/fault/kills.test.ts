import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltBot, buildBot } from '../support/buildBot.ts';
import { runSeries } from '../support/killSeries/runSeries.ts';
import { gravestDeaths } from '../support/killSeries/series.ts';

/** npm run test:kills does the same at every moment, also while Discord remembers nonces. */
describe('a bot killed before and after every request, while Discord forgets nonces at once', () => {
  let bot: BuiltBot;
  beforeAll(async () => {
    bot = await buildBot();
  }, 60_000);
  afterAll(() => bot.remove());

  it.concurrent.each(['text', 'announcement', 'forum', 'thread', 'direct'] as const)(
    'does everything once in a place of kind %s: posts, opens, asks, publishes, corrects and takes back',
    async (kind) => {
      const { kills, faults } = await runSeries({
        program: bot.program,
        kind,
        nonceWindowMs: 0,
        deaths: gravestDeaths,
      });
      expect(faults).toEqual([]);
      expect(kills).toBeGreaterThanOrEqual(4);
    },
    400_000,
  );
});
