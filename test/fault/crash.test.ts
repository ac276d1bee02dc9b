import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltBot, buildBot } from '../support/buildBot.ts';
import { isWell, runCrashWorld } from '../support/crash/crashWorld.ts';
import { explainFaults } from '../support/crash/explainFaults.ts';

let bot: BuiltBot;
beforeAll(async () => {
  bot = await buildBot();
}, 60_000);
afterAll(() => bot.remove());

/** npm run test:crash does the same a thousand times. */
it.concurrent.each([1, 2, 3, 4, 5])(
  'loses and doubles nothing when it is killed at any instant while Discord answers badly (world %d)',
  async (seed) => {
    const result = await runCrashWorld({ program: bot.program, kills: 6, faults: 0.07, seed });
    const what = explainFaults(result);
    await result.world.close();
    expect(isWell(result), what).toBe(true);
    expect(result.counts.length).toBeGreaterThanOrEqual(3);
  },
  300_000,
);
