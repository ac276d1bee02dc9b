// Which time zone a TZID means, and the instant of a local time in it. Never the zone of the machine.

import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../domain/ids.ts';
import { findWindowsZone } from './windowsZones.ts';

/** A zone by its name, or one a calendar defines for itself. */
export type Zone =
  | { readonly kind: 'named'; readonly timeZone: string }
  | { readonly kind: 'own'; readonly zone: ICAL.Timezone };

export const utc: Zone = { kind: 'named', timeZone: 'UTC' };

/** The zone a name means: IANA, a long form that ends in one, Windows, or a distance from UTC in whole hours. */
export function findNamedZone(tzid: string): string | undefined {
  const name = tzid.trim().replace(/^"|"$/g, '');
  const segments = name.split('/').filter((segment) => segment !== '');
  const candidates = [
    name,
    segments.slice(-3).join('/'),
    segments.slice(-2).join('/'),
    findWindowsZone(name),
    offsetZone(name),
    // Only behind a maker's prefix, as in /example.org/2026/UTC, does one word name a zone.
    name.startsWith('/') ? segments.at(-1) : undefined,
  ];
  return candidates.map((candidate) => ianaName(candidate ?? '')).find((found) => found !== undefined);
}

/** `UTC+2`, `GMT-05:00`. The zone database counts the other way round. */
function offsetZone(name: string): string | undefined {
  const [, sign, hours] = /^(?:UTC|GMT)([+-])0?(\d{1,2})(?::?00)?$/i.exec(name) ?? [];
  return hours === undefined ? undefined : `Etc/GMT${sign === '+' ? '-' : '+'}${hours}`;
}

/** The name as the zone database spells it. */
function ianaName(name: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/.test(name)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}

const ruleParts = new Set(['FREQ=YEARLY', 'INTERVAL=1', 'WKST=MO', 'WKST=SU']);

/** Rules that say what real zones say; others could keep a machine busy for ever. */
function isHarmlessRule(line: string): boolean {
  if (!/^RRULE[:;]/i.test(line)) return true;
  const parts = line
    .slice(line.indexOf(':') + 1)
    .trim()
    .toUpperCase()
    .split(';');
  const isKnown = (part: string) =>
    ruleParts.has(part) || /^(?:BYMONTH=\d{1,2}|BYDAY=-?[1-5](?:MO|TU|WE|TH|FR|SA|SU)|UNTIL=[\dTZ]{8,16})$/.test(part);
  return parts.includes('FREQ=YEARLY') && parts.every(isKnown);
}

/** ical.js reads only the first date of a list. */
function datesApart(line: string): string[] {
  const [, head = '', dates] = /^(RDATE[^:]*:)(.*,.*)$/i.exec(line) ?? [];
  return dates === undefined ? [line] : dates.split(',').map((date) => head + date.trim());
}

/** What a calendar says of one of its zones. */
export interface OwnZone {
  readonly tzid: string;
  readonly zone: Zone;
  /** The place it says it stands for, as in `X-LIC-LOCATION:Europe/Lisbon`. */
  readonly place: string | undefined;
}

/** @param lines of a VTIMEZONE. @returns undefined when it defines nothing usable */
export function parseOwnZone(lines: readonly string[]): OwnZone | undefined {
  try {
    const component = new ICAL.Component(
      ICAL.parse(lines.filter(isHarmlessRule).flatMap(datesApart).join('\r\n')) as unknown[],
    );
    const tzid = component.getFirstPropertyValue('tzid');
    const place = component.getFirstPropertyValue('x-lic-location');
    if (typeof tzid !== 'string' || !isComplete(lines)) return undefined;
    return {
      tzid,
      zone: { kind: 'own', zone: new ICAL.Timezone({ component, tzid }) },
      place: typeof place === 'string' ? findNamedZone(place) : undefined,
    };
  } catch {
    return undefined;
  }
}

/** Hours; no place on earth is further from UTC. */
const maxOffsetHours = 14;

/** True where every part says when it begins and how far from UTC it is, and no place is off the earth. */
function isComplete(lines: readonly string[]): boolean {
  const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
  const parts = count(/^BEGIN:\s?(?:STANDARD|DAYLIGHT)\s*$/i);
  const offsets = lines.flatMap((line) => /^TZOFFSET(?:TO|FROM)[^:]*:\s*[+-](\d{2})\d{2}/i.exec(line)?.[1] ?? []);
  const isOnEarth = offsets.every((hours) => Number(hours) <= maxOffsetHours);
  return parts > 0 && isOnEarth && offsets.length >= 2 * parts && count(/^DTSTART[;:]/i) >= parts;
}

/** @param local `YYYY-MM-DDTHH:mm:ss`. A time the clocks skip or repeat is read the usual way: later, then earlier. */
export function instantIn(zone: Zone, local: string): Instant {
  const plain = Temporal.PlainDateTime.from(local);
  if (zone.kind === 'named') {
    return plain.toZonedDateTime(zone.timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
  }
  const time = ICAL.Time.fromDateTimeString(local);
  time.zone = zone.zone;
  return plain.toZonedDateTime('UTC').epochMilliseconds - zone.zone.utcOffset(time) * 1000;
}

/** Whether two zones mean the same by a local time; one that the clocks skip or repeat may mean either of two moments. */
export function agree(named: Zone, own: Zone, local: string): boolean {
  const at = instantIn(own, local);
  if (named.kind !== 'named') return instantIn(named, local) === at;
  const plain = Temporal.PlainDateTime.from(local);
  const readings = ['earlier', 'later'] as const;
  return readings.some(
    (disambiguation) => plain.toZonedDateTime(named.timeZone, { disambiguation }).epochMilliseconds === at,
  );
}

export function isSameZone(one: Zone, other: Zone): boolean {
  if (one.kind === 'named') return other.kind === 'named' && one.timeZone === other.timeZone;
  return other.kind === 'own' && one.zone === other.zone;
}

/** The local time of an instant, `YYYY-MM-DDTHH:mm:ss`. */
export function localIn(zone: Zone, at: Instant): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  if (zone.kind === 'named') return instant.toZonedDateTimeISO(zone.timeZone).toPlainDateTime().toString(wholeSeconds);
  const time = ICAL.Time.fromJSDate(new Date(at), true).convertToZone(zone.zone);
  return time.toString().replace(/Z$/, '');
}

const wholeSeconds = { smallestUnit: 'second' } as const;

/** A name people's programmes know: of an own zone the fixed offset it has at that instant. */
export function nameOfZone(zone: Zone, local: string): string {
  if (zone.kind === 'named') return zone.timeZone;
  const offsetMinutes = Math.round((Date.parse(`${local}Z`) - instantIn(zone, local)) / 60_000);
  // The zone database knows whole hours, from 12 behind UTC to 14 ahead of it.
  if (offsetMinutes % 60 !== 0 || offsetMinutes < -12 * 60 || offsetMinutes > 14 * 60 || offsetMinutes === 0)
    return 'UTC';
  return `Etc/GMT${offsetMinutes > 0 ? '-' : '+'}${Math.abs(offsetMinutes) / 60}`;
}
