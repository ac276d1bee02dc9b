// When a conference is, in words. Whole days are words and never a timestamp, which would be another day in another zone.

import type { ConferenceTime, Milestone, MilestoneKind } from '../domain/conference.ts';
import { anywhereOnEarth, dayIn, dueInstant } from '../domain/moment.ts';
import type { Say } from '../kit/translate.ts';
import { zoneCity } from '../kit/zoneNames.ts';
import { clockAt, daysInWords, weekdaysInWords, zoneMark } from './days.ts';
import { escapeLine, timestamp } from './text.ts';

const labelLimit = 80;

export function whenInWords(time: ConferenceTime | undefined, say: Say): string {
  if (!time) return say('conferences.noDate');
  if (time.kind === 'days') return daysInWords(time.startsOn, time.endsOn, say);
  const { startsAt, endsAt, timeZone } = time;
  const start = timestamp(startsAt, 'F');
  const isOneDay = endsAt !== undefined && dayIn(startsAt, timeZone) === dayIn(endsAt, timeZone);
  const span =
    endsAt === undefined || endsAt <= startsAt ? start : `${start} – ${timestamp(endsAt, isOneDay ? 't' : 'F')}`;
  return `${span} (${say('conferences.venueClock', { clock: clockAt(startsAt, timeZone, say), zone: zoneInWords(timeZone, say) })})`;
}

/** "Thursday 12 to Saturday 14 June 2027", "Saturday 12 June 2027, 18:00 to 20:00, Lisbon (WEST)": for a person who checks what was read. */
export function whenSpelledOut(time: ConferenceTime | undefined, say: Say): string {
  if (!time) return say('conferences.noDate');
  if (time.kind === 'days') return weekdaysInWords(time.startsOn, time.endsOn, say);
  const { startsAt, endsAt, timeZone } = time;
  const dayOf = (at: number) => weekdaysInWords(dayIn(at, timeZone), dayIn(at, timeZone), say);
  const start = say('conferences.dayClock', { day: dayOf(startsAt), clock: clockAt(startsAt, timeZone, say) });
  const isOneDay = endsAt !== undefined && dayIn(startsAt, timeZone) === dayIn(endsAt, timeZone);
  const endClock = endsAt === undefined ? '' : clockAt(endsAt, timeZone, say);
  const end =
    endsAt === undefined || isOneDay ? endClock : say('conferences.dayClock', { day: dayOf(endsAt), clock: endClock });
  const [place, mark] = [zoneInWords(timeZone, say), zoneMark(startsAt, timeZone, say)];
  const zone = place === mark ? mark : say('conferences.placeZone', { place, mark });
  return `${end === '' ? start : say('conferences.fromTo', { start, end })}, ${zone}`;
}

/** "15 March 2027, anywhere on Earth (in 3 months)"; of a day whose end nobody named, the day alone. */
export function dueInWords({ due }: Milestone, say: Say): string {
  if (due.kind === 'instant') return `${timestamp(due.at, 'F')} (${timestamp(due.at, 'R')})`;
  const day = daysInWords(due.on, due.on, say);
  if (due.timeZone === undefined) return day;
  const over = timestamp(dueInstant(due, due.timeZone), 'R');
  if (due.timeZone === anywhereOnEarth) return say('conferences.dueAnywhere', { day, over });
  return say('conferences.dueThere', { day, over, zone: zoneInWords(due.timeZone, say) });
}

/** "Papers due: 15 March 2027", with the day before an extension. */
export function milestoneInWords(milestone: Milestone, say: Say): string {
  const { kind, label, previousOn } = milestone;
  const name = kind === 'other' && label !== undefined ? escapeLine(label, labelLimit) : milestoneName(kind, say);
  const line = `${name}: ${dueInWords(milestone, say)}`;
  return previousOn === undefined
    ? line
    : `${line} · ${say('conferences.extendedFrom', { day: daysInWords(previousOn, previousOn, say) })}`;
}

export function milestoneName(kind: MilestoneKind, say: Say): string {
  return say(`milestones.${kind === 'other' ? 'further' : kind}`);
}

/** The city of an IANA name: "Lisbon" of Europe/Lisbon, in German "Lissabon"; what is no city is its distance from UTC. */
export function zoneInWords(timeZone: string, say: Say): string {
  // IANA counts these westwards.
  const [, sign, hours] = /^Etc\/GMT([+-])(\d{1,2})$/.exec(timeZone) ?? [];
  if (hours !== undefined) return `UTC${sign === '-' ? '+' : '−'}${hours}`;
  if (/^[+-]\d\d:\d\d$/.test(timeZone)) return `UTC${timeZone.replace('-', '−').replace(':', '.')}`;
  return escapeLine(zoneCity(timeZone, say).split('/').at(-1) ?? timeZone, 40);
}
