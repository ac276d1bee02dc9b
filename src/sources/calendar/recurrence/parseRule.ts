// The text of an RRULE → its parts, each within its bounds. See RFC 5545 section 3.3.10

export const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof frequencies)[number];

export interface RuleWeekday {
  /** 0 Monday to 6 Sunday. */
  readonly weekday: number;
  /** Of a month or a year, from its end where negative; 0: each. */
  readonly nth: number;
}

/** A list that the rule does not have is empty. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count?: number;
  /** `YYYY-MM-DD`, `YYYY-MM-DDTHH:mm:ss` or the same with `Z`. */
  readonly until?: string;
  /** 0 Monday to 6 Sunday. */
  readonly weekStart: number;
  readonly months: readonly number[];
  readonly weeks: readonly number[];
  readonly yearDays: readonly number[];
  readonly monthDays: readonly number[];
  readonly weekdays: readonly RuleWeekday[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
  readonly positions: readonly number[];
}

const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const bounds = {
  BYMONTH: [1, 12],
  BYWEEKNO: [-53, 53],
  BYYEARDAY: [-366, 366],
  BYMONTHDAY: [-31, 31],
  BYHOUR: [0, 23],
  BYMINUTE: [0, 59],
  BYSECOND: [0, 60],
  BYSETPOS: [-366, 366],
} as const;
/** Parts that change nothing. */
const empty = /^(?:RSCALE=GREGORIAN|SKIP=OMIT|X-[A-Z0-9-]+=.*)$/;
const known = new Set([...Object.keys(bounds), 'FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY']);
/** Characters. */
const maxRuleLength = 20_000;

/** @throws Error saying which part cannot be followed */
export function parseRule(text: string): Rule {
  if (text.length > maxRuleLength) throw new Error('its rule of repetition is too long');
  const parts = new Map<string, string>();
  for (const part of text.toUpperCase().split(';')) {
    const trimmed = part.trim();
    if (trimmed === '' || empty.test(trimmed)) continue;
    const [name = '', value = ''] = trimmed.split('=', 2).map((side) => side.trim());
    if (!known.has(name) || parts.has(name) || value === '') throw notFollowed(trimmed);
    parts.set(name, value);
  }
  const frequency = frequencies.find((name) => name === parts.get('FREQ'));
  if (frequency === undefined) throw notFollowed(`FREQ=${parts.get('FREQ') ?? ''}`);
  const listOf = (name: keyof typeof bounds) => parseList(name, parts.get(name));
  const count = parts.get('COUNT');
  const until = parts.get('UNTIL');
  return {
    frequency,
    interval: parsePositive('INTERVAL', parts.get('INTERVAL') ?? '1'),
    ...(count === undefined ? {} : { count: parsePositive('COUNT', count) }),
    ...(until === undefined ? {} : { until: parseUntil(until) }),
    weekStart: parseWeekStart(parts.get('WKST') ?? 'MO'),
    months: listOf('BYMONTH'),
    weeks: listOf('BYWEEKNO'),
    yearDays: listOf('BYYEARDAY'),
    monthDays: listOf('BYMONTHDAY'),
    weekdays: (parts.get('BYDAY')?.split(',') ?? []).map(parseWeekday),
    hours: listOf('BYHOUR'),
    minutes: listOf('BYMINUTE'),
    seconds: listOf('BYSECOND'),
    positions: listOf('BYSETPOS'),
  };
}

function parseList(name: keyof typeof bounds, text: string | undefined): number[] {
  const [smallest, largest] = bounds[name];
  return (text?.split(',') ?? []).map((value) => {
    const number = /^[+-]?\d{1,3}$/.test(value.trim()) ? Number(value) : Number.NaN;
    if (!(number >= smallest && number <= largest) || (number === 0 && smallest !== 0)) {
      throw notFollowed(`${name}=${value}`);
    }
    return number;
  });
}

function parsePositive(name: string, text: string): number {
  const number = /^\+?\d{1,9}$/.test(text) ? Number(text) : 0;
  if (number < 1) throw notFollowed(`${name}=${text}`);
  return number;
}

function parseWeekday(text: string): RuleWeekday {
  const [, nth = '', name = ''] = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text.trim()) ?? [];
  const number = Number(nth || 0);
  if (name === '' || Math.abs(number) > 53 || (nth !== '' && number === 0)) throw notFollowed(`BYDAY=${text}`);
  return { weekday: weekdayNames.indexOf(name), nth: number };
}

function parseWeekStart(text: string): number {
  const weekday = weekdayNames.indexOf(text);
  if (weekday === -1) throw notFollowed(`WKST=${text}`);
  return weekday;
}

function parseUntil(text: string): string {
  const [, year, month, day, hour, minute, second, zone = ''] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(text) ?? [];
  if (year === undefined) throw notFollowed(`UNTIL=${text}`);
  return hour === undefined ? `${year}-${month}-${day}` : `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
}

function notFollowed(part: string): Error {
  return new Error(`its rule of repetition cannot be followed: ${part.slice(0, 60)}`);
}
