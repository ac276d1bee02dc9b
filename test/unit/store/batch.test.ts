import { describe, expect, it } from 'vitest';
import { createBatch } from '../../../src/store/batch.ts';

describe('small writes that come many at a time', () => {
  it('share a transaction, and what comes meanwhile shares the next', async () => {
    const batches: number[][] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const save = createBatch<number, string>(async (items) => {
      batches.push([...items]);
      await gate;
      return items.map((item) => `saved ${item}`);
    });
    const first = [save(1), save(2)];
    await new Promise(setImmediate);
    const second = [save(3), save(4)];
    open();
    expect(await Promise.all([...first, ...second])).toEqual(['saved 1', 'saved 2', 'saved 3', 'saved 4']);
    expect(batches).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('do not fail for what another one does wrong, and the next ones are saved all the same', async () => {
    const save = createBatch<string, void>(async (items) => {
      if (items.includes('bad')) throw new Error('disk full');
      return [];
    });
    const failed = await Promise.allSettled([save('good'), save('bad')]);
    expect(failed.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(save('good')).resolves.toBeUndefined();
  });
});
