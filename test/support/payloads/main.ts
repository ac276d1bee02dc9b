// npm run test:payloads -- --count 100000 --seed 7: composes everything the bot would send about that many wild articles, and judges
// each. Ends with 1 when anything is wrong.

import { parseArgs } from 'node:util';
import { judgeArticles } from './judgeArticles.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
/** Violations that are printed. */
const printed = 20;
const [count, seed] = [Number(values.count), Number(values.seed)];
const startedAtMs = performance.now();
console.log(`seed ${seed}, ${count} articles`);
const { sizes, violations, checkMs } = judgeArticles(seed, count);
console.table(Object.fromEntries(sizes));
for (const violation of violations.slice(0, printed)) console.log(violation);
const payloads = [...sizes.values()].reduce((sum, size) => sum + size.payloads, 0);
const seconds = Math.round((performance.now() - startedAtMs) / 1000);
const microseconds = ((checkMs * 1000) / payloads).toFixed(1);
console.log(
  `${payloads} payloads, ${violations.length} violations, ${seconds} s; our own check took ${microseconds} µs each`,
);
process.exitCode = violations.length > 0 ? 1 : 0;
