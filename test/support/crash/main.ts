// npm run test:crash -- --kills 1000 --faults 0.07 [--seed 7] [--worlds 4]: kills the bot at random instants while Discord answers
// badly, and counts what was lost or doubled. A seed gives the same articles and faults again, not the same instants.

import { parseArgs } from 'node:util';
import { buildBot } from '../buildBot.ts';
import { type CrashResult, isWell, runCrashWorld } from './crashWorld.ts';
import { explainFaults } from './explainFaults.ts';
import { printCounts } from './printCounts.ts';

/** A world's announcement channel publishes ten messages an hour, so no world grows large. */
const killsOfWorld = 30;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    faults: { type: 'string', default: '0.07' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    worlds: { type: 'string', default: '4' },
  },
});
const startedAtMs = performance.now();
const [kills, faults, seed] = [Number(values.kills), Number(values.faults), Number(values.seed)];
console.log(`seed ${seed}, ${kills} kills, ${Math.round(faults * 100)} % of Discord's answers go wrong`);

const bot = await buildBot();
const waiting = Array.from({ length: Math.ceil(kills / killsOfWorld) }, (_, at) => ({
  program: bot.program,
  kills: Math.min(killsOfWorld, kills - at * killsOfWorld),
  faults,
  seed: seed + at,
}));
const results: CrashResult[] = [];
await Promise.all(Array.from({ length: Number(values.worlds) }, runWorlds));
bot.remove();
console.log(printCounts(results));
const failedStarts = results.reduce((sum, result) => sum + result.failedStarts, 0);
console.log(`${failedStarts} starts failed because Discord did not answer in time`);
console.log(`seed ${seed}, ${Math.round((performance.now() - startedAtMs) / 1000)} s`);
process.exitCode = results.every(isWell) ? 0 : 1;

async function runWorlds(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const result = await runCrashWorld(next);
    results.push(result);
    const done = results.reduce((sum, { killedAt }) => sum + killedAt.length, 0);
    console.log(`${done} kills · world ${result.seed}: ${isWell(result) ? 'well' : explainFaults(result)}`);
    await result.world.close(!isWell(result));
  }
}
