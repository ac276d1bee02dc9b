// What the names of zones mean in one calendar: what everybody knows by them, else what the calendar defines. Where the two
// differ, or nobody knows the name, that is said: a wrong hour is worse than a question.

import { type CalendarParts, valueIn } from './splitCalendar.ts';
import { agree, findNamedZone, type OwnZone, parseOwnZone, utc, type Zone } from './zones.ts';

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
  const own = new Map<string, OwnZone>();
  for (const part of parts.parts.filter(({ name }) => name === 'VTIMEZONE').slice(0, maxOwnZones)) {
    const found = parseOwnZone(part.lines);
    if (found !== undefined && !own.has(found.tzid)) own.set(found.tzid, found);
  }
  const home = zoneNamed(findNamedZone(homeTimeZone)) ?? utc;
  const stated = valueIn(parts.head, 'X-WR-TIMEZONE');
  const known = new Map<string, string | undefined>();
  const nameOf = (tzid: string) => {
    if (!known.has(tzid) && known.size < maxKnown) known.set(tzid, findNamedZone(tzid));
    return known.has(tzid) ? known.get(tzid) : findNamedZone(tzid);
  };

  const findByName = (tzid: string, local: string): FoundZone => {
    const defined = own.get(tzid);
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

function zoneNamed(timeZone: string | undefined): Zone | undefined {
  return timeZone === undefined ? undefined : { kind: 'named', timeZone };
}
