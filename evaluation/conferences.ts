// What the bot reads out of announcements in prose: the evaluation task `conferences`.

import type { FoundMoment } from '../src/domain/conferenceFinding.ts';
import { readConference } from '../src/reading/conference/readConference.ts';
import { readLines } from './readLines.ts';

export interface ProseLine {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly referenceDate?: string;
  readonly homeTimeZone?: string;
}

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

export async function* evaluateConferences(input: string): AsyncIterable<unknown> {
  for await (const { id, ...text } of readLines<ProseLine>(input)) {
    try {
      yield conferenceLine({ id, ...text });
    } catch (error) {
      yield { id, error: error instanceof Error ? error.message : String(error) };
    }
  }
}

export function conferenceLine({ id, ...text }: ProseLine): ConferenceLine {
  const { isAnnouncement, start, end, milestones, place, doubts, needsConfirmation } = readConference(text);
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
      ...(doubts.length === 0 ? {} : { doubts: doubts.join(', ') }),
    },
  };
}

function instant(at: NonNullable<FoundMoment['at']>): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
