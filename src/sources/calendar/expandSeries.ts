// Events as a calendar writes them → events as they take place: a series is its instances, less those that were excepted, with
// those that were moved or cancelled.

import type { UnreadPart } from '../../domain/calendar.ts';
import type { CalendarEvent, ConferenceTime } from '../../domain/conference.ts';
import type { Instant } from '../../domain/ids.ts';
import { dayIn, firstDay, spanOf } from '../../domain/moment.ts';
import { dayMeant, endAfter, instantOf, type WrittenTime } from './eventTime.ts';
import { type EventGroup, groupNewest } from './newestVersions.ts';
import type { ParsedEvent } from './parseEvent.ts';
import { daySeconds, formatDay, formatLocal, parseLocal } from './recurrence/civil.ts';
import type { StepBudget } from './recurrence/expandRule.ts';
import { type Instance, keyOf, listInstances, maxInstances, type Window } from './recurrence/listInstances.ts';
import type { Repetition } from './recurrence/readRepetition.ts';
import { instantIn, localIn, nameOfZone } from './zones.ts';

/** Instances of all series of one calendar; the nearest are kept. */
export const maxCalendarInstances = 500;
/** Instances that are looked at in choosing them. */
const maxInstancesMade = 6_000;
/** Of all rules of one calendar together; about half a second. */
const maxCalendarSteps = 1_000_000;

type Report = (problem: string) => void;
type Series = ParsedEvent & { readonly repetition: Repetition };

interface ExpandedSeries {
  readonly events: readonly CalendarEvent[];
  readonly unread: readonly UnreadPart[];
}

/** @param report is told of what could not be followed */
export function expandSeries(events: readonly ParsedEvent[], window: Window, report: Report): ExpandedSeries {
  const budget: StepBudget = { steps: maxCalendarSteps };
  const once: CalendarEvent[] = [];
  const repeated: CalendarEvent[] = [];
  const unread: UnreadPart[] = [];
  const groups = groupNewest(events, report);
  const count = groups.filter(({ master }) => master && isSeries(master)).length;
  // With very many series only the coming dates of each are worth the work.
  const limit = Math.max(2, Math.min(maxInstances, Math.floor(maxInstancesMade / Math.max(1, count))));
  const seen = limit === maxInstances ? window : { ...window, from: window.now };
  for (const group of groups) {
    const { master, replacements } = group;
    if (master && isSeries(master)) {
      const { instances, cutFrom } = instancesOf(master, replacements, { window: seen, budget, limit }, report);
      repeated.push(...instances);
      if (cutFrom !== undefined) unread.push({ uid: master.event.uid, from: cutFrom });
    } else once.push(...singleEvents(group));
  }
  if (repeated.length <= maxCalendarInstances) return { events: [...once, ...repeated], unread };
  report(`its series have ${repeated.length} dates, only the nearest ${maxCalendarInstances} were read`);
  const [today, days] = [dayIn(window.now, 'UTC'), new Map(repeated.map((event) => [event, firstDay(event.time)]))];
  const dayOf = (event: CalendarEvent) => days.get(event) ?? '';
  const rising = repeated.toSorted((one, other) => compare(dayOf(one), dayOf(other)) || compare(one.uid, other.uid));
  const coming = rising.filter((event) => dayOf(event) >= today);
  const nearest = [...coming, ...rising.filter((event) => dayOf(event) < today).reverse()];
  const [firstLeftOut] = coming.slice(maxCalendarInstances);
  if (firstLeftOut) unread.push({ from: spanOf({ time: firstLeftOut.time, milestones: [] }).beginsAt });
  return { events: [...once, ...nearest.slice(0, maxCalendarInstances)], unread };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function isSeries(event: ParsedEvent): event is Series {
  return event.repetition !== undefined;
}

/** An event that takes place once may be replaced like an instance; instances without their series stand alone. */
function singleEvents({ master, replacements }: EventGroup): CalendarEvent[] {
  const replacement =
    master && replacements.find(({ replaces }) => replaces && keyOf(replaces) === keyOf(master.start));
  const others = replacements.filter((found) => found !== replacement).map(instanceEvent);
  const own = replacement ?? master;
  return own === undefined ? others : [own.event, ...others];
}

function instancesOf(
  master: Series,
  replacements: readonly ParsedEvent[],
  { window, budget, limit }: { readonly window: Window; readonly budget: StepBudget; readonly limit: number },
  report: Report,
): { readonly instances: readonly CalendarEvent[]; readonly cutFrom?: Instant } {
  const { instances, problem, cutFrom } = listInstances(master, window, budget, limit);
  if (problem !== undefined) {
    report(`${master.event.title}: ${problem}${instances.length === 1 ? '; only its first date was read' : ''}`);
  }
  const single = new Map(
    replacements.flatMap((found) =>
      found.replaces && !found.replaces.isAndFuture
        ? [[replacedKey(found.replaces, instances, master.start), found]]
        : [],
    ),
  );
  const changes = replacements
    .filter(({ replaces }) => replaces?.isAndFuture)
    .toSorted((one, other) => compare(startKey(one), startKey(other)));
  const regular = instances
    .filter(({ key }) => !single.has(key))
    .map((instance) => {
      const change = changes.findLast((found) => startKey(found) <= instance.key);
      return shifted(change ?? master, instance, change ? referenceOf(change, master) : master.start.local);
    });
  const keys = new Set(instances.map(({ key }) => key));
  const replaced = [...single].filter(([key, { event }]) => keys.has(key) || isAround(event.time, window));
  const moved = replaced.map(([key, { event }]) => ({ ...event, uid: `${event.uid}#${key}` }));
  return { instances: [...regular, ...moved], ...(cutFrom === undefined ? {} : { cutFrom }) };
}

/** A replacement that names only the day means the instance of that day. */
function replacedKey(
  replaces: NonNullable<ParsedEvent['replaces']>,
  instances: readonly Instance[],
  series: WrittenTime,
): string {
  if (replaces.local.includes('T')) {
    const day = dayMeant(replaces, series);
    return instances.find(({ key }) => key === day)?.key ?? keyOf(replaces);
  }
  return instances.find(({ local }) => local.slice(0, 10) === replaces.local)?.key ?? keyOf(replaces);
}

function startKey({ replaces, start }: ParsedEvent): string {
  return keyOf(replaces ?? start);
}

function instanceEvent(found: ParsedEvent): CalendarEvent {
  return { ...found.event, uid: `${found.event.uid}#${startKey(found)}` };
}

/**
 * The event as it takes place on another date of its series: at the same time by the clock, and as long.
 *
 * @param reference the date of the series for which the event stands, in the series' zone
 */
function shifted({ event, start, duration }: ParsedEvent, { local, key }: Instance, reference: string): CalendarEvent {
  const uid = `${event.uid}#${key}`;
  const shift = shiftBetween(reference, local);
  if (event.time.kind === 'days') {
    const days = Math.floor(shift / daySeconds);
    const add = (day: string) => formatDay(parseLocal(day) / daySeconds + days);
    return {
      ...event,
      uid,
      time: { kind: 'days', startsOn: add(event.time.startsOn), endsOn: add(event.time.endsOn) },
    };
  }
  const startsLocal = formatLocal(parseLocal(start.local) + shift);
  const startsAt = instantIn(start.zone, startsLocal);
  const endsAt = duration === undefined ? sameLength(event.time, startsAt) : endAfter(startsAt, start.zone, duration);
  return {
    ...event,
    uid,
    time: {
      kind: 'instants',
      startsAt,
      ...(endsAt === undefined ? {} : { endsAt }),
      timeZone: nameOfZone(start.zone, startsLocal),
    },
  };
}

function sameLength({ startsAt, endsAt }: { startsAt: Instant; endsAt?: Instant }, newStart: Instant) {
  return endsAt === undefined ? undefined : newStart + endsAt - startsAt;
}

/** Seconds by the clock; whole days where one of them is a day. */
function shiftBetween(reference: string, local: string): number {
  const length = reference.includes('T') && local.includes('T') ? undefined : 10;
  return parseLocal(local.slice(0, length)) - parseLocal(reference.slice(0, length));
}

/** When a replaced instance was to begin, in the zone of its series. */
function referenceOf({ replaces, start }: ParsedEvent, master: ParsedEvent): string {
  const written = replaces ?? start;
  return written.local.includes('T') ? localIn(master.start.zone, instantOf(written)) : written.local;
}

function isAround(time: ConferenceTime, { from, to }: Window): boolean {
  const { beginsAt } = spanOf({ time, milestones: [] });
  return beginsAt >= from && beginsAt <= to;
}
