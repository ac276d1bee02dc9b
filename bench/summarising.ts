// Our summaries beside two of npm's summarisers, each of the same articles in three sentences.

import lexrank from 'lexrank';
import { SummarizerManager } from 'node-summarizer';
import { summarise } from '../src/reading/summarise.ts';
import type { Bench, Row } from './bench.ts';
import { measureCpu } from './interleave.ts';
import { sampleArticles } from './sampleArticles.ts';

/** Enough for the engine to compile whatever is used often. */
const articleCount = 40;
const sentenceCounts = [15, 40];
const wanted = 3;

export const summarising: Bench = {
  name: 'summarising',
  async run() {
    const rows: Row[] = [];
    for (const sentences of sentenceCounts) rows.push(...(await compare(sentences)));
    return rows;
  },
};

async function compare(sentences: number): Promise<Row[]> {
  const texts = sampleArticles(articleCount, sentences);
  const times = await measureCpu([
    { name: 'ours', work: () => texts.map((text) => summarise({ title: '', text, teaser: '' }, 'standard')) },
    { name: 'lexrank', work: () => Promise.all(texts.map(rank)) },
    {
      name: 'node-summarizer',
      work: () => texts.map((text) => new SummarizerManager(text, wanted).getSummaryByFrequency()),
    },
  ]);
  const perSecond = (name: string): number => (1000 * articleCount) / (times.get(name) || Number.NaN);
  const ours = perSecond('ours');
  return ['lexrank', 'node-summarizer'].map((other) => ({
    bench: 'summarising',
    figure: `articles of ${sentences} sentences`,
    value: `${ours.toFixed(0)} articles/s CPU`,
    yardstick: `${other}, ${perSecond(other).toFixed(0)} articles/s CPU`,
    ratio: ours / perSecond(other),
  }));
}

function rank(text: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    lexrank.summarize(text, wanted, (error, top) => (error ? reject(error) : resolve(top)));
  });
}
