// Addresses a stranger might hand in → may they be tried? The first of the three doors, with nothing allowed by the operator.

import { findUrlFault } from '../src/sources/vetUrl.ts';
import { readLines } from './readLines.ts';

export async function* evaluateUrls(input: string): AsyncIterable<unknown> {
  for await (const { id, url } of readLines<{ id: string; url: string }>(input)) {
    const reason = findUrlFault(url, []);
    yield { id, allowed: reason === undefined, reason };
  }
}
