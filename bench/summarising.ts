// Our summaries beside two of npm's summarisers, each of the same articles in three sentences.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { summarise } from '../src/reading/summarise.ts';
import type { Bench, Row } from './bench.ts';
import { measureCpu } from './interleave.ts';
import { sampleEssays } from './sampleEssays.ts';

/** Enough for the engine to compile whatever is used often. */
const articleCount = 40;
const sentenceCounts = [15, 40];
const wanted = 3;

export const summarising: Bench = {
  name: 'summarising',
  async run() {
    const others = await loadOthers();
    const rows: Row[] = [];
    for (const sentences of sentenceCounts) rows.push(...(await compare(sentences, others)));
    return rows;
  },
};

interface Others {
  /** Both make a summary of a text. */
  readonly lexrank: (text: string) => Promise<unknown>;
  readonly frequency: (text: string) => unknown;
}

/** They are installed beside the bench and not with the bot: nobody looks after them any more. */
async function loadOthers(): Promise<Others> {
  const here = fileURLToPath(new URL('.', import.meta.url));
  if (!existsSync(`${here}node_modules`))
    execFileSync('npm', ['ci', '--ignore-scripts', '--prefix', here], { stdio: 'inherit' });
  const { default: lexrank } = await import('lexrank');
  const { SummarizerManager } = await import('node-summarizer');
  return {
    lexrank: (text) =>
      new Promise((resolve, reject) => {
        lexrank.summarize(text, wanted, (error, top) => (error ? reject(error) : resolve(top)));
      }),
    frequency: (text) => new SummarizerManager(text, wanted).getSummaryByFrequency(),
  };
}

async function compare(sentences: number, { lexrank, frequency }: Others): Promise<Row[]> {
  const texts = sampleEssays(articleCount, sentences);
  const times = await measureCpu([
    { name: 'ours', work: () => texts.map((text) => summarise({ title: '', text, teaser: '' }, 'standard')) },
    { name: 'lexrank', work: () => Promise.all(texts.map(lexrank)) },
    { name: 'node-summarizer', work: () => texts.map(frequency) },
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
