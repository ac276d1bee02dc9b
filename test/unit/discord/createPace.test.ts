import { describe, expect, it } from 'vitest';
import { createPace } from '../../../src/discord/createPace.ts';

/** Requests that want to leave at the same moment. */
const count = 400;

describe('requests that want to leave together', () => {
  it('use nine tenths of what Discord allows, though every timer is late', async () => {
    const leaving = await leaveAll(() => 3);
    expect(((count - 1) * 1_000) / ((leaving.at(-1) ?? 0) - (leaving[0] ?? 0))).toBeGreaterThan(45);
  });

  it('stay below what Discord allows in every second, also after busy moments of the process', async () => {
    const leaving = await leaveAll((turn) => (turn % 60 === 30 ? 700 : turn % 7));
    const busiest = leaving.map((from) => leaving.filter((at) => at >= from && at < from + 1_000).length);
    expect(Math.max(...busiest)).toBeLessThan(50);
  });
});

/** @param lateMs how late the timer of a turn is @returns when each left */
async function leaveAll(lateMs: (turn: number) => number): Promise<number[]> {
  let now = 0;
  let turn = 0;
  const takeTurn = createPace(
    () => now,
    async (ms) => {
      now += ms + lateMs(turn);
      turn += 1;
    },
  );
  return Promise.all(Array.from({ length: count }, () => takeTurn().then(() => now)));
}
