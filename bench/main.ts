// `npm run bench`: every benchmark, or the named ones. Prints a table and writes bench/latest.json.

import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Bench, Row } from './bench.ts';
import { committing } from './committing.ts';
import { delivering } from './delivering.ts';
import { parsing } from './parsing.ts';
import { polling } from './polling.ts';
import { summarising } from './summarising.ts';

const benches: readonly Bench[] = [parsing, polling, committing, delivering, summarising];

const names = process.argv.slice(2);
const unknown = names.find((name) => !benches.some((bench) => bench.name === name));
if (unknown !== undefined) {
  process.stderr.write(`No benchmark is called ${unknown}. There are: ${benches.map(({ name }) => name).join(', ')}\n`);
  process.exit(1);
}

const results: Row[] = [];
for (const bench of benches.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const rows = await bench.run();
  results.push(...rows);
  for (const { bench: name, figure, value, yardstick, ratio } of rows) {
    process.stdout.write(
      `${name.padEnd(11)} ${figure.padEnd(44)} ${value.padEnd(32)} ${ratio.toFixed(2)} × ${yardstick}\n`,
    );
  }
}
const machine = { node: process.version, cores: cpus().length };
const latest = new URL('./latest.json', import.meta.url);
writeFileSync(latest, `${JSON.stringify({ machine, results }, undefined, 2)}\n`);
