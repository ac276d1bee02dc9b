// How often a feed asks to be read: ttl, skipHours and skipDays of RSS, updatePeriod of the syndication module.
// @see https://www.rssboard.org/rss-specification and https://web.resource.org/rss/1.0/modules/syndication/

import type { PollWishes } from '../../domain/source.ts';
import { childrenOf, findChild, type Node, textOf } from './node.ts';

const minuteMs = 60_000;
/** Milliseconds of each updatePeriod. */
const periods: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hourly: 60 * minuteMs,
    daily: 1_440 * minuteMs,
    weekly: 10_080 * minuteMs,
    monthly: 43_200 * minuteMs,
    yearly: 525_600 * minuteMs,
  }),
);
const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Empty where the feed does not say. What it asks for is bounded by who schedules, not here. */
export function readPollWishes(channel: Node): PollWishes {
  const ttlMs = positive(textOf(findChild(channel, 'ttl'))) * minuteMs;
  const period = periods.get(wordOf(findChild(channel, 'sy:updateperiod'))) ?? 0;
  const frequency = positive(textOf(findChild(channel, 'sy:updatefrequency'))) || 1;
  const pauseMs = Math.max(ttlMs, period / frequency);
  const skipHours = listWithin(channel, 'skiphours', 'hour').flatMap(hourOf);
  const skipDays = listWithin(channel, 'skipdays', 'day').flatMap((day) =>
    dayNames.includes(day) ? [dayNames.indexOf(day)] : [],
  );
  return {
    ...(pauseMs > 0 ? { pauseMs } : {}),
    ...(skipHours.length > 0 ? { skipHours: [...new Set(skipHours)] } : {}),
    ...(skipDays.length > 0 ? { skipDays: [...new Set(skipDays)] } : {}),
  };
}

function listWithin(channel: Node, list: string, entry: string): string[] {
  return childrenOf(findChild(channel, list) ?? channel, entry).map(wordOf);
}

/** Some feeds call midnight 24. */
function hourOf(text: string): number[] {
  return /^\d{1,2}$/.test(text) && Number(text) <= 24 ? [Number(text) % 24] : [];
}

function positive(text: string | undefined): number {
  const number = Number(text?.trim());
  return Number.isFinite(number) && number > 0 ? number : 0;
}

function wordOf(node: Node | undefined): string {
  return textOf(node)?.trim().toLowerCase() ?? '';
}
