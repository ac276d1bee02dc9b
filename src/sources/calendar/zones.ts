// Which time zone a TZID means, and the instant of a local time in it. Never the zone of the machine.

import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../domain/ids.ts';
import { type OwnZone, offsetAt, utcOf } from './ownZone.ts';
import { formatLocal, parseLocal } from './recurrence/civil.ts';
import { findWindowsZone } from './windowsZones.ts';

/** A zone by its name, or one a calendar defines for itself. */
export type Zone =
  | { readonly kind: 'named'; readonly timeZone: string }
  | { readonly kind: 'own'; readonly zone: OwnZone };

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
    // America/New York, US-Eastern
    name.replaceAll(' ', '_'),
    name.replace('-', '/'),
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

/** @param local `YYYY-MM-DDTHH:mm:ss`. A time the clocks skip or repeat is read the usual way: later, then earlier. */
export function instantIn(zone: Zone, local: string): Instant {
  if (zone.kind === 'own') return utcOf(zone.zone, parseLocal(local)) * 1000;
  const plain = Temporal.PlainDateTime.from(local);
  return plain.toZonedDateTime(zone.timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
}

export function isSameZone(one: Zone, other: Zone): boolean {
  if (one.kind === 'named') return other.kind === 'named' && one.timeZone === other.timeZone;
  return other.kind === 'own' && one.zone === other.zone;
}

/** The local time of an instant, `YYYY-MM-DDTHH:mm:ss`. */
export function localIn(zone: Zone, at: Instant): string {
  const seconds = Math.floor(at / 1000);
  if (zone.kind === 'own') return formatLocal(seconds + offsetAt(zone.zone, seconds));
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone.timeZone);
  return formatLocal(seconds + zoned.offsetNanoseconds / 1e9);
}

/** A name people's programmes know: of an own zone the fixed offset it has at that instant. */
export function nameOfZone(zone: Zone, local: string): string {
  if (zone.kind === 'named') return zone.timeZone;
  const offsetMinutes = Math.round((Date.parse(`${local}Z`) - instantIn(zone, local)) / 60_000);
  // The zone database knows whole hours, from 12 behind UTC to 14 ahead of it.
  if (offsetMinutes % 60 !== 0 || offsetMinutes < -12 * 60 || offsetMinutes > 14 * 60 || offsetMinutes === 0)
    return 'UTC';
  return `Etc/GMT${offsetMinutes > 0 ? '-' : '+'}${Math.abs(offsetMinutes) / 60}`;
}
