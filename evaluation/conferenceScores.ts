// Conferences as they are read against what is true of them: the evaluation task `score-conferences`. How it is counted stands in
// docs/conferences.md.

import { join } from 'node:path';
import { findDatePhrases } from '../src/reading/conference/datePhrases.ts';
import { type ConferenceLine, conferenceLine, type ProseLine } from './conferences.ts';
import { readLines } from './readLines.ts';

interface Truth {
  readonly start?: string;
  readonly end?: string;
  readonly startsAt?: string;
  readonly clock?: boolean;
  readonly submission?: string;
  readonly notification?: string;
  readonly cameraReady?: string;
  readonly isAnnouncement?: boolean;
}

interface TrueLine extends ProseLine {
  readonly truth: Truth;
  readonly visible?: Readonly<Record<string, boolean>>;
}

interface Scored {
  readonly row: TrueLine;
  readonly line: ConferenceLine;
  readonly ms: number;
}

/** Rows of the data whose truth is known to be wrong. */
const wrongTruth = new Set([
  ...[4, 5, 6, 27, 32, 127, 133, 52].map((number) => `cfp-dev-${number}`),
  'usrse-2020-01-community-call',
  'usrse-2020-12-AGM',
]);
const sets = { cfp: 'cfp_dev', society: 'society_events_dev', hsf: 'hsf_announcements_dev' } as const;
const fields = ['start', 'end', 'submission', 'notification', 'cameraReady'] as const;

/** @param folder with the files of a data set @yields one line for each figure */
export async function* scoreConferences(folder: string): AsyncIterable<unknown> {
  const all: Scored[] = [];
  for (const [name, file] of Object.entries(sets)) {
    const scored = await scoreFile(join(folder, `${file}.jsonl`));
    all.push(...scored);
    for (const field of fields) {
      const figure = fieldFigure(scored, field);
      if (figure) yield { set: name, field, ...figure };
    }
    const wrong = scored.filter((one) => fields.some((field) => isWrong(one, field)));
    yield { set: name, wrong: wrong.map(({ row }) => row.id) };
  }
  const timed = all.filter(({ row }) => row.truth.clock);
  const right = timed.filter(
    ({ row, line }) => Date.parse(line.startsAt ?? '') === Date.parse(row.truth.startsAt ?? ''),
  );
  yield { field: 'startsAt', right: right.length, of: timed.length, share: share(right.length, timed.length) };
  yield {
    wrongInstants: timed.filter((one) => !right.includes(one)).map(({ row, line }) => `${row.id} ${line.startsAt}`),
  };
  const silent = all.filter(({ row, line }) => !line.needsConfirmation && isSilentlyWrong(row, line));
  const published = all.filter(({ line }) => !line.needsConfirmation);
  yield {
    field: 'silently wrong',
    share: share(silent.length, all.length),
    published: share(published.length, all.length),
    ids: silent.map(({ row }) => row.id),
  };
  const posts = await scoreFile(join(folder, 'classify_dev.jsonl'));
  yield { field: 'isAnnouncement', set: 'posts', ...classification(posts) };
  yield {
    field: 'isAnnouncement',
    set: 'posts and calls',
    ...classification([...posts, ...all.filter(({ row }) => row.id.startsWith('cfp'))]),
  };
  yield await rangeFigure(join(folder, 'date_ranges_dev.jsonl'));
  const times = [...all, ...posts].map(({ ms }) => ms).sort((one, other) => one - other);
  yield { field: 'milliseconds', median: times[times.length >> 1], p99: times[Math.floor(times.length * 0.99)] };
}

async function scoreFile(path: string): Promise<Scored[]> {
  const scored: Scored[] = [];
  for await (const row of readLines<TrueLine>(path)) {
    if (wrongTruth.has(row.id)) continue;
    const { truth: _, visible: __, ...given } = row;
    const began = process.cpuUsage();
    const line = conferenceLine(given);
    const { user, system } = process.cpuUsage(began);
    scored.push({ row, line, ms: (user + system) / 1_000 });
  }
  return scored;
}

function given(line: ConferenceLine, field: (typeof fields)[number]): string | undefined {
  if (field === 'start' || field === 'end') return line[field];
  const first = (kind: string) => line.deadlines.find((one) => one.kind === kind)?.date;
  if (field === 'submission') return first('submission') ?? first('abstract');
  return first(field === 'cameraReady' ? 'camera-ready' : field);
}

function trueValue({ truth }: TrueLine, field: (typeof fields)[number]): string | undefined {
  return field === 'end' ? (truth.end ?? truth.start) : truth[field];
}

function fieldFigure(scored: readonly Scored[], field: (typeof fields)[number]) {
  const rows = scored.filter(({ row }) => row.visible?.[field] !== false);
  const known = rows.filter(({ row }) => trueValue(row, field) !== undefined);
  if (known.length === 0) return undefined;
  const said = known.filter(({ line }) => given(line, field) !== undefined);
  const hits = said.filter(({ row, line }) => given(line, field) === trueValue(row, field));
  return {
    precision: share(hits.length, said.length),
    recall: share(hits.length, known.length),
    hits: hits.length,
    said: said.length,
    known: known.length,
  };
}

function isWrong({ row, line }: Scored, field: (typeof fields)[number]): boolean {
  const truth = trueValue(row, field);
  return row.visible?.[field] !== false && truth !== undefined && given(line, field) !== truth;
}

function isSilentlyWrong(row: TrueLine, line: ConferenceLine): boolean {
  return (['start', 'end', 'submission'] as const).some((field) => {
    const [said, truth] = [given(line, field), trueValue(row, field)];
    return said !== undefined && truth !== undefined && row.visible?.[field] !== false && said !== truth;
  });
}

function classification(scored: readonly Scored[]) {
  const positive = scored.filter(({ row }) => row.truth.isAnnouncement);
  const said = scored.filter(({ line }) => line.isAnnouncement);
  const hits = said.filter(({ row }) => row.truth.isAnnouncement);
  return {
    precision: share(hits.length, said.length),
    recall: share(hits.length, positive.length),
    missed: positive.filter((one) => !hits.includes(one)).map(({ row }) => row.id),
    mistaken: said.filter((one) => !hits.includes(one)).map(({ row }) => row.id),
  };
}

async function rangeFigure(path: string) {
  const wrong: string[] = [];
  let of = 0;
  for await (const { id, text, referenceDate = '2020-01-01', truth } of readLines<TrueLine>(path)) {
    of += 1;
    const [phrase] = findDatePhrases(text, referenceDate);
    if (phrase?.on !== truth.start || (phrase?.until ?? phrase?.on) !== truth.end) wrong.push(`${id} ${text}`);
  }
  return { field: 'date ranges', right: of - wrong.length, of, wrong };
}

function share(part: number, whole: number): number {
  return Math.round((part / whole) * 1_000) / 10;
}
