// What the runs come to, as a table for people.

import type { PostCount } from '../killing/countPosts.ts';
import { layOut } from '../layOut.ts';
import type { CrashResult } from './crashWorld.ts';

const header = ['kind', 'articles', 'lost', 'doubled', 'discussions', 'questions', 'corrected', 'verdict'];

export function printCounts(results: readonly CrashResult[]): string {
  const counts = results.flatMap((result) => result.counts);
  const kinds = [...new Set(counts.map(({ published }) => published.kind))].sort();
  const rows = kinds.map((kind) =>
    rowOf(
      kind,
      counts.filter(({ published }) => published.kind === kind),
    ),
  );
  return layOut([header, ...rows, rowOf('all', counts)]);
}

function rowOf(name: string, counts: readonly PostCount[]): string[] {
  const count = (is: (count: PostCount) => boolean) => String(counts.filter(is).length);
  const sum = (of: (count: PostCount) => number) => String(counts.reduce((total, one) => total + of(one), 0));
  const faulty = counts.filter(({ faults }) => faults.length > 0).length;
  return [
    name,
    String(counts.length),
    count(({ cards }) => cards.length === 0),
    count(({ cards }) => cards.length > 1),
    sum(({ threads }) => threads.length),
    sum(({ questions }) => questions.length),
    count(({ published }) => published.note.title.includes('mended')),
    faulty === 0 ? 'well' : `${faulty} with faults`,
  ];
}
