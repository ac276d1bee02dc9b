// Many of the same within a moment, such as every server of a login, are told together.

/**
 * @param handOver called with what came in meanwhile, each once; never again before it has ended, and it never rejects
 * @param pause how long is gathered; what was gathered last is dropped when it rejects
 */
export function gather<T>(
  handOver: (gathered: ReadonlySet<T>) => Promise<unknown>,
  pause: () => Promise<unknown>,
): (one: T) => void {
  const waiting = new Set<T>();
  let isUnderWay = false;
  const work = async () => {
    try {
      while (waiting.size > 0) {
        await pause();
        const gathered = new Set(waiting);
        waiting.clear();
        await handOver(gathered);
      }
    } catch {
      waiting.clear();
    } finally {
      // In the turn in which nothing was left, so that what comes next is begun anew.
      isUnderWay = false;
    }
  };
  return (one) => {
    waiting.add(one);
    if (isUnderWay) return;
    isUnderWay = true;
    void work();
  };
}
