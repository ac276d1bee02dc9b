// What the bot reads out of announcements in prose: the evaluation task `conferences`.

import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { FoundMoment } from '../src/domain/conferenceFinding.ts';
import { readConference } from '../src/reading/conference/readConference.ts';

const proseLine = z.object({
  id: z.coerce.string(),
  title: z
    .string()
    .nullish()
    .transform((title) => title ?? ''),
  text: z.string(),
  referenceDate: z.iso.date().optional(),
  homeTimeZone: z.string().optional(),
});
export type ProseLine = z.infer<typeof proseLine>;

export interface ConferenceLine {
  readonly id: string;
  readonly isAnnouncement: boolean;
  readonly start?: string;
  readonly end?: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly deadlines: readonly { readonly kind: string; readonly date: string }[];
  readonly needsConfirmation: boolean;
  readonly evidence: Readonly<Record<string, string>>;
}

/** @param input a `.jsonl` file, or a folder of them @yields `{id, error}` for a line that cannot be read */
export async function* evaluateConferences(input: string): AsyncIterable<unknown> {
  for (const path of await listFiles(input)) {
    let number = 0;
    const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) {
      number += 1;
      if (line.trim() !== '') yield evaluateLine(line, `${basename(path)}:${number}`);
    }
  }
}

async function listFiles(input: string): Promise<string[]> {
  if (!(await stat(input)).isDirectory()) return [input];
  const names = (await readdir(input)).filter((name) => name.endsWith('.jsonl'));
  return names.sort().map((name) => join(input, name));
}

/** @param place names a line that has no id of its own */
function evaluateLine(line: string, place: string): unknown {
  let id = place;
  try {
    const given = z.looseObject({ id: z.coerce.string() }).parse(JSON.parse(line));
    id = given.id;
    return conferenceLine(proseLine.parse(given));
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

export function conferenceLine({ id, ...given }: ProseLine): ConferenceLine {
  const { isAnnouncement, start, end, milestones, place, url, doubts, needsConfirmation } = readConference(given);
  const last = end ?? start;
  return {
    id,
    isAnnouncement,
    ...(start ? { start: start.on } : {}),
    ...(last ? { end: last.on } : {}),
    ...(start?.at === undefined ? {} : { startsAt: instant(start.at) }),
    ...(end?.at === undefined ? {} : { endsAt: instant(end.at) }),
    deadlines: milestones.map(({ kind, moment }) => ({ kind, date: moment.on })),
    needsConfirmation,
    evidence: {
      ...(start ? { start: start.quote } : {}),
      ...(end ? { end: end.quote } : {}),
      ...Object.fromEntries([...milestones].reverse().map(({ kind, moment }) => [kind, moment.quote])),
      ...(place === undefined ? {} : { place }),
      ...(url === undefined ? {} : { url }),
      ...(doubts.length === 0 ? {} : { doubts: doubts.join(', ') }),
    },
  };
}

function instant(at: NonNullable<FoundMoment['at']>): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
