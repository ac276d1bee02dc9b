// npm run test:faults [-- --only 3,4]: walks the fault matrix. Runs the tests that hold its rows, and prints a line for each row.

import { parseArgs } from 'node:util';
import { startVitest, type TestCase } from 'vitest/node';
import { deliveryRows } from './deliveryRows.ts';
import type { HeldBy, MatrixRow } from './matrixRow.ts';
import { surroundingRows } from './surroundingRows.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const only = values.only?.split(',').map(Number);
const rows = [...deliveryRows, ...surroundingRows].filter(({ number }) => only?.includes(number) ?? true);
const files = [...new Set(rows.flatMap(({ heldBy = [] }) => heldBy.map(({ file }) => file)))];
const vitest = await startVitest('test', files, { watch: false, reporters: ['dot'] });
const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
await vitest.close();

const verdicts = rows.map((row) => ({ row, verdict: judge(row) }));
for (const { row, verdict } of verdicts)
  console.log(`${String(row.number).padStart(2)}  ${verdict.padEnd(9)}  ${row.fault}: ${row.expectation}`);
const failures = verdicts.filter(({ verdict }) => verdict !== 'ok' && verdict !== 'not yet').length;
console.log(`${rows.length} rows, ${failures} failures`);
process.exitCode = failures === 0 ? 0 : 1;

function judge({ heldBy }: MatrixRow): string {
  if (!heldBy) return 'not yet';
  const found = heldBy.map(findTests);
  if (found.some(({ length }) => length === 0)) return 'no test';
  return found.flat().every((test) => test.result().state === 'passed') ? 'ok' : 'failed';
}

function findTests({ file, tests: wanted = /./ }: HeldBy): TestCase[] {
  return tests.filter((test) => test.module.moduleId.endsWith(file) && wanted.test(test.fullName));
}
