import { expect, test, vi } from 'vitest';
import { letOthersIn } from '../../../src/store/loopTurn.ts';
import { addSource, openTestStore } from './testStore.ts';

test('a long chain of questions to the store does not keep the event loop from turning', async () => {
  const store = await openTestStore();
  const id = await addSource(store);
  let turns = 0;
  const count = setInterval(() => {
    turns += 1;
  }, 1);
  for (let asked = 0; asked < 20; asked += 1) {
    await store.sources.get(id);
    workFor(5);
  }
  clearInterval(count);
  expect(turns).toBeGreaterThan(2);
});

test('a young turn is not interrupted', async () => {
  await new Promise(setImmediate);
  vi.spyOn(performance, 'now').mockReturnValue(1_000);
  let hasTurned = false;
  setImmediate(() => {
    hasTurned = true;
  });
  for (let asked = 0; asked < 50; asked += 1) await letOthersIn();
  vi.restoreAllMocks();
  expect(hasTurned).toBe(false);
});

function workFor(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}
