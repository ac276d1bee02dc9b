// `npm run train:summaries -- --input <folder>`: learns the weights of src/reading/summary from dev.jsonl.gz and scitldr-dev.jsonl.gz.
// The same data always gives the same weights; only numbers are written.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readLines } from '../readLines.ts';
import { type DataLine, type Example, measureExample } from './examples.ts';
import { fitAbstract, fitNews, seed } from './fitProfiles.ts';

const { values } = parseArgs({ options: { input: { type: 'string' } } });
if (values.input === undefined) {
  process.stderr.write('Say where the data is: --input <folder>\n');
  process.exit(1);
}
write('news', fitNews(await readExamples(values.input, 'dev.jsonl.gz')));
write('abstract', fitAbstract(await readExamples(values.input, 'scitldr-dev.jsonl.gz')));

async function readExamples(folder: string, name: string): Promise<Example[]> {
  const examples: Example[] = [];
  for await (const line of readLines<DataLine>(join(folder, name))) examples.push(measureExample(line));
  process.stderr.write(`${name}: ${examples.length} articles, seed ${seed}\n`);
  return examples;
}

function write(name: string, profile: unknown): void {
  const path = new URL(`../../src/reading/summary/${name}.json`, import.meta.url);
  writeFileSync(path, `${JSON.stringify(profile, undefined, 2)}\n`);
}
