// How much better than Readability alone a page is read: both on the same pages, with the interval of the difference.
// @see https://github.com/scrapinghub/article-extraction-benchmark for the measure

import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { htmlToText } from '../src/sources/htmlToText.ts';
import { parsePage } from '../src/sources/page/parsePage.ts';
import { readLines } from './readLines.ts';
import { seededRandom } from './seededRandom.ts';

interface Page {
  readonly url: string;
  readonly html: string;
  /** The article's text as a person marked it. */
  readonly expectedText: string;
}

interface Overlap {
  readonly precision: number;
  readonly recall: number;
}

/** Words of a run that is counted. */
const runLength = 4;
const samplings = 2_000;

export async function* comparePages(input: string): AsyncIterable<unknown> {
  const ours: Overlap[] = [];
  const alone: Overlap[] = [];
  for await (const { url, html, expectedText } of readLines<Page>(input)) {
    const page = parsePage({ bytes: Buffer.from(html), url, contentType: 'text/html; charset=utf-8' });
    ours.push(overlapOf(expectedText, page.text));
    alone.push(overlapOf(expectedText, readAlone(html)));
  }
  const difference = (chosen: readonly number[]) => f1Of(pick(ours, chosen)) - f1Of(pick(alone, chosen));
  const all = ours.map((_, index) => index);
  const random = seededRandom(1);
  const sampled = Array.from({ length: samplings }, () =>
    difference(all.map(() => Math.floor(random() * all.length))),
  ).sort((a, b) => a - b);
  yield {
    pages: all.length,
    f1: f1Of(ours),
    readabilityAlone: f1Of(alone),
    difference: difference(all),
    interval95: [sampled[Math.floor(samplings * 0.025)], sampled[Math.floor(samplings * 0.975)]],
  };
}

function readAlone(html: string): string {
  const { document } = parseHTML(html);
  return htmlToText(new Readability(document).parse()?.content ?? '');
}

function overlapOf(expected: string, found: string): Overlap {
  const [wanted, got] = [runsOf(expected), runsOf(found)];
  let common = 0;
  for (const [run, count] of got) common += Math.min(count, wanted.get(run) ?? 0);
  const [wantedCount, gotCount] = [wanted, got].map((runs) =>
    [...runs.values()].reduce((sum, count) => sum + count, 0),
  );
  return { precision: share(common, gotCount), recall: share(common, wantedCount) };
}

/** How often each run of words occurs; a shorter text is one run. */
function runsOf(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const runs = new Map<string, number>();
  for (let first = 0; first < Math.max(1, words.length - runLength + 1); first += 1) {
    const run = words.slice(first, first + runLength).join(' ');
    if (run !== '') runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

/** Nothing found of nothing is all of it. */
function share(part: number, whole = 0): number {
  return whole === 0 ? 1 : part / whole;
}

/** The harmonic mean of the mean precision and the mean recall: each page weighs alike. */
function f1Of(overlaps: readonly Overlap[]): number {
  const mean = (of: (overlap: Overlap) => number) =>
    overlaps.reduce((sum, overlap) => sum + of(overlap), 0) / (overlaps.length || 1);
  const [precision, recall] = [mean((overlap) => overlap.precision), mean((overlap) => overlap.recall)];
  return (2 * precision * recall) / (precision + recall || 1);
}

function pick(overlaps: readonly Overlap[], chosen: readonly number[]): Overlap[] {
  return chosen.flatMap((index) => overlaps[index] ?? []);
}
