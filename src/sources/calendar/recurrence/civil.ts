// Days of the Gregorian calendar as numbers, and local times as seconds: a rule is arithmetic, and needs no time zone.

/** Days since 1970-01-01. */
export type DayNumber = number;
/** Seconds since 1970-01-01T00:00:00 by the clock on the wall. */
export type LocalSeconds = number;

export const daySeconds = 86_400;
export const hourSeconds = 3_600;
export const minuteSeconds = 60;

export interface CivilDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Days of 400 years, after which the calendar repeats, weekdays included; of 100, of 4, and of one year. */
const cycle = { long: 146_097, century: 36_524, four: 1_461, year: 365 };
/** From 0000-03-01, the beginning of a cycle, to 1970-01-01. */
const cycleStart = 719_468;
/** Days before each month of a year that begins in March, so that the leap day is the last one. */
const daysBefore = [0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337];

/** @param month 1 to 12 @param day may lie outside of the month */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const fromMarch = (month + 9) % 12;
  const marchYear = month <= 2 ? year - 1 : year;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * cycle.year + leapDays + (daysBefore[fromMarch] ?? 0) + day - 1 - cycleStart;
}

export function civilDay(number: DayNumber): CivilDay {
  const since = number + cycleStart;
  const era = Math.floor(since / cycle.long);
  const ofEra = since - era * cycle.long;
  const century = Math.min(3, Math.floor(ofEra / cycle.century));
  const ofCentury = ofEra - century * cycle.century;
  const four = Math.floor(ofCentury / cycle.four);
  const ofFour = ofCentury - four * cycle.four;
  const ofFourYears = Math.min(3, Math.floor(ofFour / cycle.year));
  const ofYear = ofFour - ofFourYears * cycle.year;
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const marchYear = era * 400 + century * 100 + four * 4 + ofFourYears;
  return { year: marchYear + (month <= 2 ? 1 : 0), month, day: ofYear - (daysBefore[fromMarch] ?? 0) + 1 };
}

/** 0 Monday to 6 Sunday. */
export function weekdayOf(number: DayNumber): number {
  return (((number + 3) % 7) + 7) % 7;
}

/** The first day of the week that has this day. @param weekStart 0 Monday to 6 Sunday */
export function startOfWeek(number: DayNumber, weekStart: number): DayNumber {
  return number - ((weekdayOf(number) - weekStart + 7) % 7);
}

/** Week 1 is the first with at least four days in the year. @see RFC 5545 section 3.3.10, BYWEEKNO */
export function startOfWeekYear(year: number, weekStart: number): DayNumber {
  return startOfWeek(dayNumber(year, 1, 4), weekStart);
}

/** The year whose weeks have this day; around New Year it may be another than the day's own. */
export function weekYearOf(number: DayNumber, weekStart: number): number {
  const { year } = civilDay(number);
  if (number >= startOfWeekYear(year + 1, weekStart)) return year + 1;
  return number >= startOfWeekYear(year, weekStart) ? year : year - 1;
}

/** @param text `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`. @throws Error when it is neither */
export function parseLocal(text: string): LocalSeconds {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d))?$/.exec(text)?.slice(1);
  if (parts === undefined) throw new Error(`“${text.slice(0, 40)}” is no date`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  const number = dayNumber(year, month, day);
  const isDay = month >= 1 && month <= 12 && civilDay(number).day === day;
  if (!isDay || hour > 23 || minute > 59 || second > 60) throw new Error(`“${text}” is no date`);
  return number * daySeconds + hour * hourSeconds + minute * minuteSeconds + second;
}

export function formatDay(number: DayNumber): string {
  const { year, month, day } = civilDay(number);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `YYYY-MM-DDTHH:mm:ss`. */
export function formatLocal(local: LocalSeconds): string {
  const number = Math.floor(local / daySeconds);
  const second = local - number * daySeconds;
  const clock = [Math.floor(second / hourSeconds), Math.floor(second / minuteSeconds) % 60, second % 60];
  return `${formatDay(number)}T${clock.map(two).join(':')}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
