// Our feed parser beside two of npm's, each from bytes to what it makes of them.

import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import RssParser from 'rss-parser';
import { parseFeed } from '../src/sources/feed/parseFeed.ts';
import type { Bench, Row } from './bench.ts';
import { measureCpu } from './interleave.ts';
import { sampleAtom, sampleRss } from './sampleFeeds.ts';

const sizesBytes = [100_000, 1_000_000];
const url = 'https://society.example/feed';

export const parsing: Bench = {
  name: 'parsing',
  async run() {
    const rows: Row[] = [];
    for (const sizeBytes of sizesBytes) {
      rows.push(await compare('RSS', sampleRss(sizeBytes)), await compare('Atom', sampleAtom(sizeBytes)));
    }
    return rows;
  },
};

async function compare(format: string, bytes: Buffer): Promise<Row> {
  const rssParser = new RssParser();
  const text = () => bytes.toString('utf8');
  const others = [
    { name: 'feedsmith', work: () => parseWithFeedsmith(text()) },
    { name: 'rss-parser', work: () => rssParser.parseString(text()) },
  ];
  const times = await measureCpu([{ name: 'ours', work: () => parseFeed({ bytes, url }) }, ...others]);
  const ours = times.get('ours') ?? 0;
  const [fastest, yardstick] = others
    .map(({ name }) => [name, times.get(name) ?? 0] as const)
    .reduce((fastest, other) => (other[1] < fastest[1] ? other : fastest));
  return {
    bench: 'parsing',
    figure: `${format}, ${(bytes.length / 1_000_000).toFixed(2)} MB`,
    value: `${ours.toFixed(1)} ms CPU`,
    yardstick: `${fastest}, ${yardstick.toFixed(1)} ms CPU`,
    ratio: yardstick / ours,
  };
}
