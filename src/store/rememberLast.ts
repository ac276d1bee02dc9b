// A function that keeps its last results.

/** The same function; where `find` fails, nothing is kept. */
export function rememberLast<Input, Result>(
  count: number,
  keyOf: (input: Input) => string,
  find: (input: Input) => Promise<Result>,
): (input: Input) => Promise<Result> {
  const known = new Map<string, Result>();
  return async (input) => {
    const key = keyOf(input);
    const result = known.get(key) ?? (await find(input));
    known.set(key, result);
    const [oldest] = known.keys();
    if (known.size > count && oldest !== undefined) known.delete(oldest);
    return result;
  };
}
