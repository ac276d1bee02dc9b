// Days in words. A day has no time zone, so it is never shown as a timestamp.

import type { Day } from '../domain/conference.ts';
import type { Instant } from '../domain/ids.ts';
import { languageOf, type Say, spokenLanguages } from '../kit/translate.ts';

const dayStyle = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

/** The language of the sentences around a date or a list; English is written the British way, day before month. */
export function wordLocale(say: Say): string {
  const language = languageOf(say.locale);
  return language !== 'en' && spokenLanguages.includes(language) ? say.locale : 'en-GB';
}

/** "12–14 March 2027", "30 March – 2 April 2027" or "12 March 2027". */
export function daysInWords(startsOn: Day, endsOn: Day, say: Say): string {
  const [start, end] = [dateOf(startsOn), dateOf(endsOn)];
  const format = new Intl.DateTimeFormat(wordLocale(say), dayStyle);
  if (end <= start) return format.format(start);
  // ICU sets thin spaces around the dash, also between two bare numbers, where none belong.
  return format
    .formatRange(start, end)
    .replace(/^(\d+)\s–\s(?=\d+ \D+\d+$)/, '$1–')
    .replace(/\u2009/g, ' ');
}

/** "March 2027". */
export function monthInWords(day: Day, say: Say): string {
  const { month, year, timeZone } = dayStyle;
  return new Intl.DateTimeFormat(wordLocale(say), { month, year, timeZone }).format(dateOf(day));
}

/** "Thursday 12 to Saturday 14 June 2027": for a person who checks what was read. */
export function weekdaysInWords(startsOn: Day, endsOn: Day, say: Say): string {
  const end = weekdayOf(endsOn < startsOn ? startsOn : endsOn, dayStyle, say);
  if (endsOn <= startsOn) return end;
  const { year: _, ...withoutYear } = dayStyle;
  const { month: __, ...dayAlone } = withoutYear;
  const isOneMonth = startsOn.slice(0, 7) === endsOn.slice(0, 7);
  const style = startsOn.slice(0, 4) !== endsOn.slice(0, 4) ? dayStyle : isOneMonth ? dayAlone : withoutYear;
  return say('conferences.fromTo', { start: weekdayOf(startsOn, style, say), end });
}

function weekdayOf(day: Day, style: Intl.DateTimeFormatOptions, say: Say): string {
  const locale = wordLocale(say);
  const words = new Intl.DateTimeFormat(locale, { ...style, weekday: 'long' }).format(dateOf(day));
  return locale === 'en-GB' ? words.replace(',', '') : words;
}

/** "14:00", as the clock at the venue shows it. */
export function clockAt(instant: Instant, timeZone: string, say: Say): string {
  const style = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: knownZone(timeZone) } as const;
  return new Intl.DateTimeFormat(wordLocale(say), style).format(instant);
}

/** "WEST", or "GMT+9" where English has no name for it. */
export function zoneMark(instant: Instant, timeZone: string, say: Say): string {
  const style = { timeZone: knownZone(timeZone), timeZoneName: 'short' } as const;
  const parts = new Intl.DateTimeFormat(wordLocale(say), style).formatToParts(instant);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** A calendar may name a zone that nobody knows; its times then count as UTC. */
function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
