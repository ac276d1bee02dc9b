// What the names of zones mean in one calendar: what everybody knows by them, else what the calendar defines. Where the two
// differ, or nobody knows the name, that is said: a wrong hour is worse than a question.

import { Temporal } from 'temporal-polyfill';
import { parseOwnZone } from './ownZone.ts';
import { type CalendarParts, valueIn } from './splitCalendar.ts';
import { findNamedZone, instantIn, utc, type Zone } from './zones.ts';

export interface FoundZone {
  readonly zone: Zone;
  /** Why the zone is not sure. */
  readonly problem?: string;
}

/**
 * @param tzid undefined for a time that names no zone
 * @param local the time in question, `YYYY-MM-DDTHH:mm:ss`
 */
export type ZoneFinder = (tzid: string | undefined, local: string) => FoundZone;

const maxOwnZones = 100;
/** Names that are kept; a calendar with more looks them up again. */
const maxKnown = 1_000;

/** @param homeTimeZone of the society: of times that name no zone, in a calendar that names none */
export function createZoneFinder(parts: CalendarParts, homeTimeZone: string): ZoneFinder {
  const own = listOwnZones(parts);
  const home = zoneNamed(findNamedZone(homeTimeZone)) ?? utc;
  const stated = valueIn(parts.head, 'X-WR-TIMEZONE');
  const known = new Map<string, string | undefined>();
  const nameOf = (tzid: string) => {
    if (!known.has(tzid) && known.size < maxKnown) known.set(tzid, findNamedZone(tzid));
    return known.has(tzid) ? known.get(tzid) : findNamedZone(tzid);
  };

  const findByName = (tzid: string, local: string): FoundZone => {
    const defined = own.get(tzid)?.();
    const named = zoneNamed(nameOf(tzid) ?? defined?.place);
    if (named === undefined || defined === undefined) {
      const zone = named ?? defined?.zone;
      return zone ? { zone } : { zone: home, problem: `its time zone “${tzid.slice(0, 80)}” is unknown` };
    }
    if (agree(named, defined.zone, local)) return { zone: named };
    // A place that only stands beside the name says less than the definition.
    if (nameOf(tzid) === undefined) return { zone: defined.zone };
    return { zone: named, problem: `the calendar defines its time zone “${tzid.slice(0, 80)}” otherwise than usual` };
  };
  return (tzid, local) => {
    if (tzid !== undefined) return findByName(tzid, local);
    return stated === '' ? { zone: home } : findByName(stated, local);
  };
}

/** What a calendar says of one of its zones. */
interface Defined {
  readonly zone: Zone;
  /** The place it says it stands for, as in `X-LIC-LOCATION:Europe/Lisbon`. */
  readonly place: string | undefined;
}

/** By TZID, each read once it is needed; undefined for a definition that says too little. */
function listOwnZones({ parts }: CalendarParts): ReadonlyMap<string, () => Defined | undefined> {
  const own = new Map<string, () => Defined | undefined>();
  for (const { lines } of parts.filter(({ name }) => name === 'VTIMEZONE').slice(0, maxOwnZones)) {
    const tzid = valueIn(lines, 'TZID');
    let read: { readonly defined: Defined | undefined } | undefined;
    const define = () => {
      read ??= { defined: readDefinition(lines) };
      return read.defined;
    };
    if (!own.has(tzid)) own.set(tzid, define);
  }
  return own;
}

function readDefinition(lines: readonly string[]): Defined | undefined {
  try {
    const zone: Zone = { kind: 'own', zone: parseOwnZone(lines) };
    return { zone, place: findNamedZone(valueIn(lines, 'X-LIC-LOCATION')) };
  } catch {
    return undefined;
  }
}

/** Hours; longer than the clocks are ever put forward or back. */
const around = 3;

/** A time the clocks skip or repeat may be read either way: there the times before and behind decide. */
function agree(one: Zone, other: Zone, local: string): boolean {
  const isSame = (at: string) => instantIn(one, at) === instantIn(other, at);
  const plain = Temporal.PlainDateTime.from(local);
  const shifted = [-around, around].map((hours) => plain.add({ hours }).toString({ smallestUnit: 'second' }));
  return isSame(local) || shifted.every(isSame);
}

function zoneNamed(timeZone: string | undefined): Zone | undefined {
  return timeZone === undefined ? undefined : { kind: 'named', timeZone };
}
