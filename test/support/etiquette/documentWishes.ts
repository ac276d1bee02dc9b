// The ways documents ask how often they are to be read.

import type { Instant } from '../../../src/domain/ids.ts';
import { dayMs, hourMs, minuteMs, type Wishes } from './answer.ts';

export interface DocumentWishes extends Pick<Wishes, 'pauseMs' | 'isQuiet'> {
  /** Elements of the channel. */
  readonly extra: string;
}

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const skipHours = (hours: readonly number[]) =>
  `<skipHours>${hours.map((hour) => `<hour>${hour}</hour>`).join('')}</skipHours>`;
const skipDays = (days: readonly number[]) =>
  `<skipDays>${days.map((day) => `<day>${dayNames[day]}</day>`).join('')}</skipDays>`;
const hourOf = (at: Instant) => new Date(at).getUTCHours();
const dayOf = (at: Instant) => new Date(at).getUTCDay();

export const noWishes: DocumentWishes = { extra: '' };
export const ttl: DocumentWishes = { extra: '<ttl>180</ttl>', pauseMs: 180 * minuteMs };
export const hugeTtl: DocumentWishes = { extra: '<ttl>525600</ttl>', pauseMs: 365 * dayMs };
export const badTtl: DocumentWishes = { extra: '<ttl>often</ttl><ttl>-5</ttl>' };
export const hourly: DocumentWishes = {
  extra: '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>',
  pauseMs: hourMs,
};
export const fourTimesDaily: DocumentWishes = {
  extra: '<sy:updatePeriod> Daily </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>',
  pauseMs: 6 * hourMs,
};
export const weekly: DocumentWishes = { extra: '<sy:updatePeriod>weekly</sy:updatePeriod>', pauseMs: 7 * dayMs };
export const nightSkipped: DocumentWishes = {
  extra: skipHours([22, 23, 0, 1, 2, 3, 4, 5]),
  isQuiet: (at) => hourOf(at) >= 22 || hourOf(at) < 6,
};
export const midnightAs24: DocumentWishes = { extra: skipHours([24, 1]), isQuiet: (at) => hourOf(at) < 2 };
export const weekendSkipped: DocumentWishes = {
  extra: skipDays([0, 6]),
  isQuiet: (at) => dayOf(at) === 0 || dayOf(at) === 6,
};
export const oneHourOfOneDay: DocumentWishes = {
  extra: skipHours(numbers(24).filter((hour) => hour !== 9)) + skipDays([0, 2, 3, 4, 5, 6]),
  isQuiet: (at) => dayOf(at) !== 1 || hourOf(at) !== 9,
};
/** A wish that nobody can follow is none. */
export const allHoursSkipped: DocumentWishes = { extra: skipHours(numbers(24)) };
export const allDaysSkipped: DocumentWishes = { extra: skipDays(numbers(7)) };
export const ttlAndNight: DocumentWishes = {
  extra: ttl.extra + nightSkipped.extra,
  pauseMs: 180 * minuteMs,
  isQuiet: (at) => hourOf(at) >= 22 || hourOf(at) < 6,
};
