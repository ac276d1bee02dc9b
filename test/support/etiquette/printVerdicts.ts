// The verdicts as a table for people.

import { layOut } from '../layOut.ts';
import { countFaults, type Verdict } from './verdict.ts';

/** Faults of one behaviour that are printed in full. */
const shownFaults = 5;

export function printVerdicts(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(rowOf);
  const sum = (count: (verdict: Verdict) => number) =>
    String(verdicts.reduce((total, verdict) => total + count(verdict), 0));
  const faulty = verdicts.filter(({ faults }) => faults.length > 0);
  const total = [
    `${verdicts.length} behaviours`,
    sum(({ requests }) => requests),
    sum(({ unconditional }) => unconditional),
    sum((verdict) => countFaults(verdict, 'early')),
    sum((verdict) => countFaults(verdict, 'ignored Retry-After')),
    faulty.length === 0 ? 'all well' : `${faulty.length} with faults`,
  ];
  const header = ['behaviour', 'requests', 'unconditional', 'early', 'ignored Retry-After', 'verdict'];
  const details = faulty.flatMap(({ name, faults }) => [
    '',
    `${name}: ${faults.length} faults`,
    ...faults.slice(0, shownFaults).map(({ rule, at, detail }) => `  ${new Date(at).toISOString()} ${rule}: ${detail}`),
  ]);
  return [layOut([header, ...rows, total]), ...details].join('\n');
}

function rowOf(verdict: Verdict): string[] {
  const { name, requests, unconditional, faults } = verdict;
  return [
    name,
    String(requests),
    String(unconditional),
    String(countFaults(verdict, 'early')),
    String(countFaults(verdict, 'ignored Retry-After')),
    faults.length === 0 ? 'well' : [...new Set(faults.map(({ rule }) => rule))].join(', '),
  ];
}
