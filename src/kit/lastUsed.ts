// What was asked for last, by key: a full one lets go of what nobody asked for longest.

export interface LastUsed<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

export function createLastUsed<Value>(count: number): LastUsed<Value> {
  // A Map keeps the order of insertion: what is used moves to its end.
  const known = new Map<string, Value>();
  const moveToEnd = (key: string, value: Value) => {
    known.delete(key);
    known.set(key, value);
  };
  return {
    get(key) {
      const value = known.get(key);
      if (value !== undefined) moveToEnd(key, value);
      return value;
    },
    set(key, value) {
      moveToEnd(key, value);
      const longestUnused = known.size > count ? known.keys().next().value : undefined;
      if (longestUnused !== undefined) known.delete(longestUnused);
    },
  };
}
