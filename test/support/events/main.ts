// npm run test:events -- --conferences 150 --kills 20 --faults 0.07 [--seed 7]: kills the bot at random instants while it keeps a
// guild's events, and holds what Discord shows against the record.

import { parseArgs } from 'node:util';
import { buildBot } from '../buildBot.ts';
import { isWell, runEventWorld } from './eventWorld.ts';

const { values } = parseArgs({
  options: {
    conferences: { type: 'string', default: '150' },
    kills: { type: 'string', default: '20' },
    faults: { type: 'string', default: '0.07' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [conferences, kills, faults, seed] = [
  Number(values.conferences),
  Number(values.kills),
  Number(values.faults),
  Number(values.seed),
];
console.log(
  `seed ${seed}: ${conferences} conferences, ${kills} kills, ${Math.round(faults * 100)} % of answers go wrong`,
);
const startedAtMs = performance.now();
const bot = await buildBot('test/support/events/eventBot.ts');
const counted = await runEventWorld({ program: bot.program, conferences, kills, faults, seed });
bot.remove();
console.log(JSON.stringify(counted));
console.log(`${isWell(counted) ? 'well' : 'not well'}, ${Math.round((performance.now() - startedAtMs) / 1000)} s`);
process.exitCode = isWell(counted) ? 0 : 1;
