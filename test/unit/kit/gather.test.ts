import { setImmediate as loopTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { gather } from '../../../src/kit/gather.ts';

/** Pauses and handing over end when the test says so. */
function start() {
  const handed: string[][] = [];
  const { promises: pauses, wait: pause } = createTurns();
  const { promises: handings, wait } = createTurns();
  const tell = gather<string>((all) => {
    handed.push([...all]);
    return wait();
  }, pause);
  const pass = async () => {
    pauses.shift()?.resolve();
    await loopTurn();
  };
  const end = async () => {
    handings.shift()?.resolve();
    await loopTurn();
  };
  return { handed, tell, pass, end, close: () => pauses.shift()?.reject(new Error('closing')) };
}

function createTurns() {
  const promises: { resolve(): void; reject(error: Error): void }[] = [];
  const wait = () => new Promise<void>((resolve, reject) => void promises.push({ resolve, reject }));
  return { promises, wait };
}

describe('what is gathered', () => {
  it('is handed over together after a pause, each once', async () => {
    const { handed, tell, pass } = start();
    for (const one of ['a', 'b', 'a', 'c']) tell(one);
    await loopTurn();
    expect(handed).toEqual([]);
    await pass();
    expect(handed).toEqual([['a', 'b', 'c']]);
  });

  it('waits for what was handed over before, and none is forgotten', async () => {
    const { handed, tell, pass, end } = start();
    tell('a');
    await pass();
    tell('b');
    tell('a');
    await pass();
    expect(handed).toEqual([['a']]);
    await end();
    await pass();
    expect(handed).toEqual([['a'], ['b', 'a']]);
    await end();
    tell('c');
    await pass();
    expect(handed.at(-1)).toEqual(['c']);
  });

  it.each([0, 1, 2, 3, 4, 5])('is handed over, too, when it comes %i microtasks after the last was', async (turns) => {
    const { handed, tell, pass, end } = start();
    tell('a');
    await pass();
    const ended = end();
    for (let turn = 0; turn < turns; turn += 1) await undefined;
    tell('b');
    await ended;
    await pass();
    expect(handed).toEqual([['a'], ['b']]);
  });

  it('is dropped once the pause is broken off, and what comes later is gathered anew', async () => {
    const { handed, tell, pass, close } = start();
    tell('a');
    close();
    await loopTurn();
    tell('b');
    await pass();
    expect(handed).toEqual([['b']]);
  });
});
