import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltBot, buildBot } from '../support/killing/buildBot.ts';
import { runSeries } from '../support/killSeries/runSeries.ts';

/** npm run test:kills does the same with Discord remembering nonces. */
describe('a bot killed at every moment of every step, while Discord forgets nonces at once', () => {
  let bot: BuiltBot;
  beforeAll(async () => {
    bot = await buildBot();
  }, 60_000);
  afterAll(() => bot.remove());

  it.concurrent.each(['text', 'announcement', 'forum', 'thread', 'direct'] as const)(
    'does everything once in a place of kind %s: posts, opens, asks, publishes, corrects and takes back',
    async (kind) => {
      const { kills, faults } = await runSeries({ program: bot.program, kind, nonceWindowMs: 0 });
      expect(faults).toEqual([]);
      expect(kills).toBeGreaterThanOrEqual(12);
    },
    400_000,
  );
});
