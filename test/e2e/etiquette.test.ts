// A slice of the etiquette simulation: the bot's real polling against every server behaviour for two virtual days with two
// restarts. The whole, thirty days, is `npm run test:etiquette`.

import { beforeAll, describe, expect, it } from 'vitest';
import { hourMs } from '../support/etiquette/answer.ts';
import { behaviours } from '../support/etiquette/behaviours.ts';
import { impoliteReaders } from '../support/etiquette/impoliteReaders.ts';
import { printVerdicts } from '../support/etiquette/printVerdicts.ts';
import { simulate } from '../support/etiquette/simulate.ts';
import { countFaults, type Verdict } from '../support/etiquette/verdict.ts';

describe('the bot as a guest of the sites it reads', () => {
  it('knows more than fifty kinds of servers', () => {
    expect(new Set(behaviours.map(({ name }) => name)).size).toBe(behaviours.length);
    expect(behaviours.length).toBeGreaterThanOrEqual(50);
  });

  it('is polite to all of them through days and restarts, and misses no article', async () => {
    const seed = Date.now() % 1_000_000;
    const verdicts = await simulate({ behaviours, days: 2, restarts: 2, intervalMs: hourMs, seed });
    expect(
      verdicts.flatMap(({ faults }) => faults),
      `seed ${seed}\n${printVerdicts(verdicts)}`,
    ).toEqual([]);
    expect(verdicts.every(({ requests }) => requests > 0)).toBe(true);
  }, 120_000);
});

describe('the oracle', () => {
  const cases = impoliteReaders.map(({ behaviour: name, ...impolite }) => {
    const behaviour = behaviours.find((candidate) => candidate.name === name);
    if (!behaviour) throw new Error(`no behaviour is named ${name}`);
    return { ...impolite, behaviour: { ...behaviour } };
  });
  let verdicts: Verdict[] = [];

  beforeAll(async () => {
    const shown = cases.map(({ behaviour }) => behaviour);
    const spoilings = new Map(cases.map(({ behaviour, spoiling }) => [behaviour, spoiling]));
    verdicts = await simulate({ behaviours: shown, spoilings, days: 2, restarts: 0, intervalMs: hourMs, seed: 1 });
  }, 120_000);

  it.each(cases)('sees a reader that $what', ({ behaviour, rule }) => {
    const verdict = verdicts[cases.findIndex((candidate) => candidate.behaviour === behaviour)];
    expect(verdict && countFaults(verdict, rule)).toBeGreaterThan(0);
  });
});
