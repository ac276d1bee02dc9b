// Time zones as people type them.

import { Refusal } from '../../src/domain/errors.ts';
import { isZone } from '../../src/domain/moment.ts';
import { type Choice, choices, type Result } from '../../src/kit/result.ts';
import { escapeLine } from '../../src/views/text.ts';
import { listNearest } from './findNearest.ts';

const repeatedLimit = 100;
const nearestShown = 3;
/** Zones by the names they have today, where Intl's list still has the old ones. @see IANA tz database, backward */
const presentNames = [
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Indiana/Indianapolis',
  'America/Kentucky/Louisville',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Chuuk',
  'Pacific/Kanton',
  'Pacific/Pohnpei',
];
/** UTC is a zone that Intl's own list leaves out. */
const timeZones: readonly string[] = [
  ...new Set(['UTC', ...presentNames.filter(isZone), ...Intl.supportedValuesOf('timeZone')]),
];

/** By its name, or by its city where only one zone has it. */
export function findTimeZone(typed = ''): string | undefined {
  const words = spelled(typed);
  const zone = timeZones.find((known) => spelled(known) === words);
  if (zone !== undefined) return zone;
  const ofCity = timeZones.filter((known) => spelled(cityOf(known)) === words);
  if (ofCity.length === 1 && ofCity[0] !== undefined) return ofCity[0];
  const named = typed.trim().replace(/\s+/g, '_');
  // Other names that Intl knows; an abbreviation such as EST would have no summer.
  return named.includes('/') && isZone(named) ? named : undefined;
}

/** The same. @throws Refusal with the nearest names */
export function readTimeZone(typed: string): string {
  const zone = findTimeZone(typed);
  if (zone !== undefined) return zone;
  const shown = escapeLine(typed, repeatedLimit);
  const cities = new Map(timeZones.map((known) => [spelled(cityOf(known)), known]));
  const nearest = listNearest(spelled(typed), [...cities.keys()], nearestShown).flatMap(
    (city) => cities.get(city) ?? [],
  );
  if (nearest.length === 0) throw new Refusal('timeZoneUnknown', { typed: shown });
  throw new Refusal('timeZoneUnknownNearest', { typed: shown, nearest: nearest.map(plain).join(', ') });
}

export function completeTimeZone(typed: string): Result {
  const words = spelled(typed);
  const fitting = timeZones.filter((zone) => spelled(zone).includes(words));
  return choices(fitting.map((zone): Choice => ({ name: plain(zone), value: zone })));
}

/** The continents and oceans of zones, as a menu offers them. */
export const regions: readonly string[] = [
  ...new Set(timeZones.filter((zone) => zone.includes('/')).map((zone) => zone.slice(0, zone.indexOf('/')))),
].sort();

/** By name. */
export function zonesOf(region: string): string[] {
  return timeZones.filter((zone) => zone.startsWith(`${region}/`)).sort();
}

/** By where most who speak it live; unset where a language is at home in many zones. */
export function guessTimeZone(locale: string): string | undefined {
  return zoneOfLocale[locale];
}

/** Of Discord's locales. @see https://docs.discord.com/developers/reference#locales */
const zoneOfLocale: Readonly<Record<string, string>> = {
  bg: 'Europe/Sofia',
  cs: 'Europe/Prague',
  da: 'Europe/Copenhagen',
  de: 'Europe/Berlin',
  el: 'Europe/Athens',
  'en-GB': 'Europe/London',
  fi: 'Europe/Helsinki',
  fr: 'Europe/Paris',
  hi: 'Asia/Kolkata',
  hr: 'Europe/Zagreb',
  hu: 'Europe/Budapest',
  it: 'Europe/Rome',
  ja: 'Asia/Tokyo',
  ko: 'Asia/Seoul',
  lt: 'Europe/Vilnius',
  nl: 'Europe/Amsterdam',
  no: 'Europe/Oslo',
  pl: 'Europe/Warsaw',
  'pt-BR': 'America/Sao_Paulo',
  ro: 'Europe/Bucharest',
  'sv-SE': 'Europe/Stockholm',
  th: 'Asia/Bangkok',
  tr: 'Europe/Istanbul',
  uk: 'Europe/Kyiv',
  vi: 'Asia/Ho_Chi_Minh',
  'zh-TW': 'Asia/Taipei',
};

/** "new york" finds America/New_York. */
function spelled(zone: string): string {
  return plain(zone).trim().toLowerCase();
}

function plain(zone: string): string {
  return zone.replaceAll('_', ' ');
}

function cityOf(zone: string): string {
  return zone.split('/').at(-1) ?? zone;
}
