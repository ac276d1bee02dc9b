// npm run test:kills [-- --only forum]: kills the bot at every named moment of every step in every kind of place, with and without
// Discord remembering what it was sent.

import { parseArgs } from 'node:util';
import { buildBot } from '../buildBot.ts';
import { layOut } from '../layOut.ts';
import { runSeries } from './runSeries.ts';
import { everyDeath, isTargetKind, stepsOf } from './series.ts';

const nonceWindows = [0, 180_000] as const;
/** Worlds side by side: each waits most of its time. */
const atOnce = 3;

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const kinds = Object.keys(stepsOf).filter(isTargetKind);
const waiting = kinds
  .filter((kind) => values.only === undefined || values.only === kind)
  .flatMap((kind) => nonceWindows.map((nonceWindowMs) => ({ kind, nonceWindowMs })));
const bot = await buildBot();
const rows: string[][] = [];
await Promise.all(Array.from({ length: atOnce }, runWaiting));
bot.remove();
console.log(layOut([['place', 'kills', 'Discord', 'verdict'], ...rows]));
process.exitCode = rows.every((row) => row.at(-1) === 'well') ? 0 : 1;

async function runWaiting(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { kind, nonceWindowMs } = next;
    const { kills, faults } = await runSeries({ program: bot.program, kind, nonceWindowMs, deaths: everyDeath });
    const memory = nonceWindowMs === 0 ? 'forgets nonces' : 'remembers nonces';
    const row = [kind, String(kills), memory, faults.length === 0 ? 'well' : faults.join('; ')];
    console.log(row.join(' · '));
    rows.push(row);
  }
}
