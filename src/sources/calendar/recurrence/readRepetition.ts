// RRULE, RDATE, EXRULE and EXDATE of one event, as written. Rules are read where they are followed.

import { isoOf, tzidIn } from '../dateText.ts';
import { type WrittenTime, writtenTime } from '../eventTime.ts';
import type { ZoneFinder } from '../findZone.ts';

export interface Repetition {
  readonly rules: readonly string[];
  /** Of an older specification; some programmes still write them. */
  readonly exceptRules: readonly string[];
  readonly dates: readonly WrittenTime[];
  readonly exceptDates: readonly WrittenTime[];
  /** The first date of these that could not be read. */
  readonly problem?: string;
  /** The zone of a date that was added or excepted is not known. */
  readonly isZoneUnsure?: true;
}

/** Dates of all lists of one event. */
const maxDates = 5_000;

/** @returns undefined for an event that takes place once */
export function readRepetition(lines: readonly string[], findZone: ZoneFinder): Repetition | undefined {
  const problems: string[] = [];
  const unsure: string[] = [];
  const datesOf = (name: string) =>
    linesOf(lines, name)
      .flatMap(({ parameters, value }) => value.split(',').map((text) => ({ text: text.trim(), parameters })))
      .slice(0, maxDates)
      .flatMap(({ text, parameters }) => {
        try {
          const date = readDate(text, parameters, findZone);
          if (date.problem !== undefined) unsure.push(`${name}: ${date.problem}`);
          return [date];
        } catch {
          problems.push(`${name}: “${text.slice(0, 40)}” is no date`);
          return [];
        }
      });
  const rules = linesOf(lines, 'RRULE').map(({ value }) => value);
  const dates = datesOf('RDATE');
  if (rules.length === 0 && dates.length === 0) return undefined;
  const exceptDates = datesOf('EXDATE');
  const [problem] = [...problems, ...unsure];
  return {
    rules,
    exceptRules: linesOf(lines, 'EXRULE').map(({ value }) => value),
    dates,
    exceptDates,
    ...(problem === undefined ? {} : { problem }),
    ...(unsure.length === 0 ? {} : { isZoneUnsure: true }),
  };
}

function linesOf(lines: readonly string[], name: string) {
  const pattern = new RegExp(`^${name}((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$`, 'is');
  return lines.flatMap((line) => {
    const [, parameters = '', value = ''] = pattern.exec(line) ?? [];
    return value.trim() === '' ? [] : [{ parameters, value: value.trim() }];
  });
}

/** Of a period only its beginning: it lasts as long as its series. */
function readDate(text: string, parameters: string, findZone: ZoneFinder): WrittenTime {
  const date = isoOf(text.split('/', 1)[0] ?? '');
  if (date === undefined) throw new Error('no date');
  return writtenTime({ text: date, tzid: tzidIn(parameters) }, findZone);
}
