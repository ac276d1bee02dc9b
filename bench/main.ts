// `npm run bench`: every benchmark but the long ones, or the named ones. Prints a table and writes bench/latest.json, where what was
// measured before stays until it is measured anew.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Bench, Row } from './bench.ts';
import { commanding } from './commanding.ts';
import { committing } from './committing.ts';
import { delivering } from './delivering.ts';
import { parsing } from './parsing.ts';
import { polling } from './polling.ts';
import { searching } from './searching.ts';
import { soaking } from './soaking.ts';
import { starting } from './starting.ts';
import { summarising } from './summarising.ts';

const benches: readonly Bench[] = [
  parsing,
  polling,
  committing,
  delivering,
  summarising,
  searching,
  commanding,
  starting,
  soaking,
];

const names = process.argv.slice(2);
const unknown = names.find((name) => !benches.some((bench) => bench.name === name));
if (unknown !== undefined) {
  process.stderr.write(`No benchmark is called ${unknown}. There are: ${benches.map(({ name }) => name).join(', ')}\n`);
  process.exit(1);
}

const latest = new URL('./latest.json', import.meta.url);
const chosen = benches.filter(({ name, isLong }) => (names.length === 0 ? !isLong : names.includes(name)));
const results = readLatest().filter((row) => !chosen.some(({ name }) => name === row.bench));
for (const bench of chosen) {
  const rows = await bench.run();
  results.push(...rows);
  for (const { bench: name, figure, value, yardstick, ratio } of rows) {
    process.stdout.write(
      `${name.padEnd(11)} ${figure.padEnd(44)} ${value.padEnd(32)} ${ratio.toFixed(2)} × ${yardstick}\n`,
    );
  }
}
const machine = { node: process.version, cores: cpus().length };
writeFileSync(latest, `${JSON.stringify({ machine, results }, undefined, 2)}\n`);

function readLatest(): Row[] {
  return existsSync(latest) ? (JSON.parse(readFileSync(latest, 'utf8')) as { results: Row[] }).results : [];
}
