// How the tests of this folder look at a finding: in one line each, so that a case fits a row of a table.

import type { ConferenceFinding } from '../../../../src/domain/conferenceFinding.ts';
import { type ReadText, readConference } from '../../../../src/reading/conference/readConference.ts';

export const postedOn = '2027-01-10';

/** As a society in Lisbon reads a post of January 2027. */
export function read(text: string, more: Partial<ReadText> = {}): ConferenceFinding {
  return readConference({ text, referenceDate: postedOn, homeTimeZone: 'Europe/Lisbon', ...more });
}

/** `2027-06-14/2027-06-16`, a single day as it is. */
export function days({ start, end }: ConferenceFinding): string {
  if (start === undefined) return 'none';
  return end === undefined || end.on === start.on ? start.on : `${start.on}/${end.on}`;
}

/** `2027-02-11T18:00Z`, with the end after a slash. */
export function instants({ start, end }: ConferenceFinding): string {
  return [start?.at, end?.at].flatMap((at) => (at === undefined ? [] : [minute(at)])).join('/') || 'none';
}

export function minute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

/** `submission 2027-03-15`, the main one first, with the day before an extension. */
export function milestones({ milestones: found }: ConferenceFinding): string[] {
  return found.map(({ kind, moment, previousOn }) =>
    previousOn === undefined ? `${kind} ${moment.on}` : `${kind} ${moment.on} was ${previousOn}`,
  );
}
