// Small writes that come many at a time share a transaction: what arrives while one is being committed goes into the next.

interface Waiting<Item, Result> {
  readonly item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * @param saveAll in one transaction, with a result for each item; when it fails, each item is tried by itself
 * @returns resolves once the item is committed
 */
export function createBatch<Item, Result>(
  saveAll: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let isSaving = false;

  const save = async (batch: readonly Waiting<Item, Result>[]) => {
    const results = await saveAll(batch.map(({ item }) => item));
    for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
  };

  const saveWaiting = async () => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await save(batch);
      } catch (error) {
        if (batch.length === 1) batch[0]?.reject(error);
        else for (const one of batch) await save([one]).catch(one.reject);
      }
    }
    isSaving = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (isSaving) return;
      isSaving = true;
      setImmediate(saveWaiting);
    });
}
