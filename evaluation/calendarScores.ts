// How much of the development calendars and rules is read rightly. See shared/data/calendars/README.md for how it is counted.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type CalendarLine, type EventLine, evaluateCalendars } from './calendars.ts';
import { readLines } from './readLines.ts';
import { listInstances, type RecurrenceLine } from './recurrences.ts';

interface Expected {
  readonly file: string;
  readonly events: readonly ExpectedEvent[];
}

interface ExpectedEvent {
  readonly uid?: string;
  readonly title?: string;
  readonly start?: string;
  readonly allDay?: boolean;
  readonly tzid?: string;
  readonly status?: string;
}

interface KnownRecurrence extends RecurrenceLine {
  readonly truth: { readonly instances: readonly string[]; readonly common: boolean };
}

/** Milliseconds from which on a rule counts as hanging. */
const hangMs = 200;

/** @param folder with `ics/`, `expected.jsonl` and `recurrences_*.jsonl` */
export async function* scoreCalendars(folder: string): AsyncIterable<unknown> {
  if (existsSync(join(folder, 'expected.jsonl'))) yield await scoreFiles(folder);
  for (const half of ['dev', 'test']) {
    const path = join(folder, `recurrences_${half}.jsonl`);
    if (existsSync(path)) yield await scoreRules(path);
  }
}

async function scoreFiles(folder: string) {
  const read = new Map([...evaluateCalendars(join(folder, 'ics'))].map((line) => [line.file, line]));
  const score = { files: 0, events: 0, read: 0, dated: 0, startsRight: 0, cancelled: 0, cancelledKept: 0 };
  const losingSilently: string[] = [];
  const wrongStarts: string[] = [];
  for await (const { file, events } of readLines<Expected>(join(folder, 'expected.jsonl'))) {
    const line = read.get(file) ?? { file, events: [], problems: [] };
    const pairs = matched(events, line);
    score.files += 1;
    score.events += events.length;
    score.read += pairs.length;
    if (pairs.length < events.length && line.problems.length === 0) losingSilently.push(file);
    for (const [wanted, found] of pairs) {
      if (wanted.status === 'CANCELLED') score.cancelled += 1;
      if (wanted.status === 'CANCELLED' && found.status === 'cancelled') score.cancelledKept += 1;
      if (wanted.start === undefined) continue;
      score.dated += 1;
      if (isStart(wanted, found)) score.startsRight += 1;
      else
        wrongStarts.push(
          `${file}: ${wanted.start} ${wanted.tzid ?? ''} read as ${found.start} ${found.timeZone ?? ''}`,
        );
    }
  }
  return { task: 'calendars', ...score, readShare: share(score.read, score.events), losingSilently, wrongStarts };
}

/** Each event that is expected, with one that was read and not taken for another; those whose dates agree find each other first. */
function matched(events: readonly ExpectedEvent[], line: CalendarLine): [ExpectedEvent, EventLine][] {
  const left = new Set(line.events);
  const pairs = new Map<ExpectedEvent, EventLine>();
  const agreements = [
    (wanted: ExpectedEvent, found: EventLine) => isSame(wanted, found) && isStart(wanted, found),
    (wanted: ExpectedEvent, found: EventLine) =>
      isSame(wanted, found) && (wanted.start === undefined) === (found.start === undefined),
    isSame,
  ];
  for (const agree of agreements) {
    for (const wanted of events.filter((event) => !pairs.has(event))) {
      const found = [...left].find((candidate) => agree(wanted, candidate));
      if (found === undefined) continue;
      left.delete(found);
      pairs.set(wanted, found);
    }
  }
  return [...pairs];
}

function isSame(wanted: ExpectedEvent, found: EventLine): boolean {
  if (wanted.uid !== undefined) return wanted.uid.trim() === found.uid;
  if (wanted.title !== undefined && wanted.title.trim() === found.title) return true;
  return isStart(wanted, found) || (wanted.start === undefined && wanted.title === undefined && found.uid === '');
}

/** The same day; the same instant; or, in a zone, the same time by its clock. */
function isStart({ start, allDay }: ExpectedEvent, found: EventLine): boolean {
  if (start === undefined || found.start === undefined) return false;
  if (allDay || !start.includes('T')) return found.allDay === true && found.start === start.slice(0, 10);
  if (found.allDay) return false;
  if (start.endsWith('Z')) return Date.parse(start) === Date.parse(found.start);
  const local = Temporal.Instant.from(found.start)
    .toZonedDateTimeISO(found.timeZone ?? 'UTC')
    .toPlainDateTime();
  return local.equals(Temporal.PlainDateTime.from(start));
}

async function scoreRules(path: string) {
  const score = { rules: 0, right: 0, common: 0, commonRight: 0, hangs: 0 };
  let slowestMs = 0;
  const wrong: string[] = [];
  for await (const line of readLines<KnownRecurrence>(path)) {
    const startedAt = performance.now();
    const { instances, error } = listInstances(line);
    const ms = performance.now() - startedAt;
    const isRight = error === undefined && JSON.stringify(instances) === JSON.stringify(line.truth.instances);
    slowestMs = Math.max(slowestMs, ms);
    score.rules += 1;
    score.right += isRight ? 1 : 0;
    score.common += line.truth.common ? 1 : 0;
    score.commonRight += isRight && line.truth.common ? 1 : 0;
    score.hangs += ms > hangMs ? 1 : 0;
    if (!isRight) wrong.push(`${line.rule}${error === undefined ? '' : `: ${error}`}`);
  }
  return {
    task: 'recurrences',
    ...score,
    rightShare: share(score.right, score.rules),
    slowestMs: Math.round(slowestMs),
    wrong,
  };
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`;
}
