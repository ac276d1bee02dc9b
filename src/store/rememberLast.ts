// A function that keeps the results asked for last.

import { createLastUsed } from '../kit/lastUsed.ts';

/** The same function; where `find` fails, nothing is kept. */
export function rememberLast<Input, Result extends object | boolean>(
  count: number,
  keyOf: (input: Input) => string,
  find: (input: Input) => Promise<Result>,
): (input: Input) => Promise<Result> {
  const known = createLastUsed<Result>(count);
  return async (input) => {
    const key = keyOf(input);
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const result = await find(input);
    known.set(key, result);
    return result;
  };
}
