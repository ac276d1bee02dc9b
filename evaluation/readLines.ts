// One JSON object a line, as the data sets are written.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** @param path a `.jsonl` file, or one in `.jsonl.gz` @throws SyntaxError at a line that is no JSON */
export async function* readLines<Line>(path: string): AsyncIterable<Line> {
  const file = createReadStream(path);
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') yield JSON.parse(line) as Line;
  }
}
