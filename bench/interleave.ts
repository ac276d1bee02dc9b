// Processor time of contestants that take turns, so that whatever else the machine does weighs on all of them alike. Garbage is
// collected between the turns: nobody pays for what another has left.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Contestant {
  readonly name: string;
  readonly work: () => unknown;
}

/** Turns that are not counted: the engine compiles what is used often. */
const warmUpTurns = 6;
const turns = 21;

/** The median of each, in milliseconds of processor time, by name. */
export async function measureCpu(contestants: readonly Contestant[]): Promise<ReadonlyMap<string, number>> {
  const collectGarbage = findCollector();
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let turn = 0; turn < warmUpTurns + turns; turn += 1) {
    for (const { name, work } of contestants) {
      collectGarbage({ type: 'minor' });
      const before = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(before);
      if (turn >= warmUpTurns) times.get(name)?.push((user + system) / 1_000);
    }
  }
  return new Map([...times].map(([name, measured]) => [name, median(measured)]));
}

/** The young garbage alone: a full collection would also throw away what the engine has compiled. */
function findCollector(): (options: { readonly type: 'minor' }) => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as (options: { readonly type: 'minor' }) => void;
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
}
