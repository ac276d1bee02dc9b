// What was asked for last, by key: a full one lets go of what nobody asked for longest.

export interface LastUsed<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

export function createLastUsed<Value>(count: number): LastUsed<Value> {
  // A Map keeps the order of insertion: what is used moves to its end.
  const known = new Map<string, Value>();
  const set = (key: string, value: Value) => {
    known.delete(key);
    known.set(key, value);
    const [longestUnused] = known.keys();
    if (known.size > count && longestUnused !== undefined) known.delete(longestUnused);
  };
  return {
    get(key) {
      const value = known.get(key);
      if (value !== undefined) set(key, value);
      return value;
    },
    set,
  };
}
