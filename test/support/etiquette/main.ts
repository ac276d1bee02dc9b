// npm run test:etiquette: thirty days with every behaviour and five restarts. Options: -- --days 3 --restarts 2 --seed 7
// --interval-minutes 60 --only "429 with seconds"

import { parseArgs } from 'node:util';
import { minuteMs } from './answer.ts';
import { behaviours } from './behaviours.ts';
import { printVerdicts } from './printVerdicts.ts';
import { simulate } from './simulate.ts';

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '30' },
    restarts: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    'interval-minutes': { type: 'string', default: '60' },
    only: { type: 'string' },
  },
});
const startedAtMs = performance.now();
console.log(
  `seed ${values.seed}, ${values.days} days, ${values.restarts} restarts, read every ${values['interval-minutes']} minutes`,
);
const verdicts = await simulate({
  behaviours: behaviours.filter(({ name }) => values.only === undefined || name === values.only),
  days: Number(values.days),
  restarts: Number(values.restarts),
  intervalMs: Number(values['interval-minutes']) * minuteMs,
  seed: Number(values.seed),
});
console.log(printVerdicts(verdicts));
console.log(`${Math.round((performance.now() - startedAtMs) / 1000)} s`);
process.exitCode = verdicts.some(({ faults }) => faults.length > 0) ? 1 : 0;
