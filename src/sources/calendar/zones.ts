// Which time zone a TZID means, and the instant of a local time in it. Never the zone of the machine.

import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../domain/ids.ts';
import { findWindowsZone } from './windowsZones.ts';

/** A zone by its name, or one a calendar defines for itself. */
export type Zone =
  | { readonly kind: 'named'; readonly timeZone: string }
  | { readonly kind: 'own'; readonly zone: ICAL.Timezone };

/** The zone a name means: IANA, a long form that ends in one, or Windows. */
export function findNamedZone(tzid: string): string | undefined {
  const name = tzid.trim().replace(/^"|"$/g, '');
  const segments = name.split('/').filter((segment) => segment !== '');
  const candidates = [name, segments.slice(-2).join('/'), segments.slice(-3).join('/'), findWindowsZone(name) ?? ''];
  return candidates.map(ianaName).find((found) => found !== undefined);
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

/** @param lines of a VTIMEZONE. @returns undefined when it defines nothing usable */
export function parseOwnZone(lines: readonly string[]): { readonly tzid: string; readonly zone: Zone } | undefined {
  try {
    const component = new ICAL.Component(ICAL.parse(lines.filter(isHarmlessRule).join('\r\n')) as unknown[]);
    const tzid = component.getFirstPropertyValue('tzid');
    if (typeof tzid !== 'string') return undefined;
    return { tzid, zone: { kind: 'own', zone: new ICAL.Timezone({ component, tzid }) } };
  } catch {
    return undefined;
  }
}

/** @param local `YYYY-MM-DDTHH:mm:ss`. A time the clocks skip or repeat is read the usual way: later, then earlier. */
export function instantIn(zone: Zone, local: string): Instant {
  const plain = Temporal.PlainDateTime.from(local);
  if (zone.kind === 'named') return plain.toZonedDateTime(zone.timeZone).epochMilliseconds;
  const time = ICAL.Time.fromDateTimeString(local);
  time.zone = zone.zone;
  return plain.toZonedDateTime('UTC').epochMilliseconds - zone.zone.utcOffset(time) * 1000;
}

/** A name people's programmes know: of an own zone the fixed offset it has at that instant. */
export function nameOfZone(zone: Zone, local: string): string {
  if (zone.kind === 'named') return zone.timeZone;
  const offsetMinutes = Math.round((Date.parse(`${local}Z`) - instantIn(zone, local)) / 60_000);
  if (offsetMinutes % 60 !== 0 || Math.abs(offsetMinutes) > 12 * 60 || offsetMinutes === 0) return 'UTC';
  return `Etc/GMT${offsetMinutes > 0 ? '-' : '+'}${Math.abs(offsetMinutes) / 60}`;
}
