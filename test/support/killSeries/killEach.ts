// Lives of the bot that end at a named moment, and lives that end when there is nothing left to do.

import { setTimeout as pause } from 'node:timers/promises';
import type { Checkpoint } from '../../../src/delivery/checkpoints.ts';
import { countUnsettled } from '../killing/countPosts.ts';
import type { KillWorld } from '../killing/killWorld.ts';
import { waitFor } from '../waitFor.ts';

const patienceMs = 60_000;

/** One life for each moment, in order. @throws Error when the bot does not come to one of them @returns how many */
export async function killEach(world: KillWorld, moments: readonly Checkpoint[]): Promise<number> {
  for (const moment of moments) {
    const bot = world.startBot(moment);
    try {
      await Promise.race([bot.killed, giveUp(moment)]);
    } finally {
      await bot.kill();
    }
  }
  return moments.length;
}

/** One life until nothing is missing any more, and every delivery has come to its end. @param findMissing in words */
export async function live(world: KillWorld, findMissing: () => readonly string[]): Promise<void> {
  const bot = world.startBot();
  try {
    await waitFor('all deliveries', () => findMissing().length === 0 && countUnsettled(world) === 0, patienceMs);
  } catch (error) {
    const missing = [...findMissing(), `${countUnsettled(world)} deliveries are under way`];
    throw new Error(missing.join('; '), { cause: error });
  } finally {
    await bot.kill();
  }
}

async function giveUp(moment: Checkpoint): Promise<never> {
  await pause(patienceMs, undefined, { ref: false });
  throw new Error(`the bot did not come to ${moment}`);
}
