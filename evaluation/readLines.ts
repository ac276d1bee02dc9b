// One JSON object a line, as the data sets are written.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** @param path a `.jsonl` file @throws SyntaxError at a line that is no JSON */
export async function* readLines<Line>(path: string): AsyncIterable<Line> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') yield JSON.parse(line) as Line;
  }
}
