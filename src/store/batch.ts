// Small writes that come many at a time share a transaction: what arrives while one is being committed goes into the next.

interface Waiting<Item> {
  readonly item: Item;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * @param saveAll in one transaction; when it fails, every item of the batch has failed
 * @returns resolves once the item is committed
 */
export function createBatch<Item>(saveAll: (items: readonly Item[]) => Promise<void>): (item: Item) => Promise<void> {
  let waiting: Waiting<Item>[] = [];
  let isSaving = false;

  const saveWaiting = async () => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await saveAll(batch.map(({ item }) => item));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
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
