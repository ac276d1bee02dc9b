// Time zones as people type them.

import { Refusal } from '../../src/domain/errors.ts';
import { isZone } from '../../src/domain/moment.ts';
import type { Typing } from '../../src/kit/defineCommand.ts';
import { choices, type Result } from '../../src/kit/result.ts';
import type { Say } from '../../src/kit/translate.ts';
import { plainZone, typedNames, zoneName } from '../../src/kit/zoneNames.ts';
import { moreTowns } from '../../src/reading/conference/placeZones.ts';
import { escapeLine } from '../../src/views/text.ts';
import { listNearest } from './findNearest.ts';

const repeatedLimit = 100;
const nearestShown = 3;
/** Zones by the names they have today, where Intl's list still has the old ones. @see IANA tz database, backward */
const presentNames: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};
/** UTC is a zone that Intl's own list leaves out. */
const timeZones: readonly string[] = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone').map(presentName)])];

/** Names that IANA's do not say: in German, of other cities, of former days. */
export const furtherNames: readonly (readonly [zone: string, name: string])[] = [
  ...typedNames,
  ...Object.entries(moreTowns).flatMap(([zone, towns]) =>
    towns.split('|').map((town) => [presentName(zone), town] as const),
  ),
  ...Object.entries(presentNames).flatMap(([old, zone]) => [old, cityOf(old)].map((name) => [zone, name] as const)),
];
/** The names of IANA first. */
const names = [
  ...timeZones.flatMap((zone) => [zone, cityOf(zone)].map((name) => [zone, name] as const)),
  ...furtherNames,
].map(([zone, name]) => ({ zone, name, spellings: [spelled(name), spelled(inLetters(name))] }));

/** By its name, or by a city that only one zone has. */
export function findTimeZone(typed = ''): string | undefined {
  const [zone, another] = new Set(listNamed(typed).map((named) => named.zone));
  if (zone !== undefined) return another === undefined ? zone : undefined;
  const other = typed.trim().replace(/\s+/g, '_');
  // Other names that Intl knows; an abbreviation such as EST would have no summer.
  return other.includes('/') && isZone(other) ? other : undefined;
}

/** The same. @throws Refusal with the nearest names */
export function readTimeZone(typed: string): string {
  const zone = findTimeZone(typed);
  if (zone !== undefined) return zone;
  const shown = escapeLine(typed, repeatedLimit);
  const sharing = listNamed(typed);
  const nearest = [...shownByZone(sharing.length > 0 ? sharing : listNear(typed)).values()].slice(0, nearestShown);
  if (nearest.length === 0) throw new Refusal('timeZoneUnknown', { typed: shown });
  throw new Refusal('timeZoneUnknownNearest', { typed: shown, nearest: nearest.join(', ') });
}

export async function completeTimeZone({ typed, say }: Pick<Typing, 'typed' | 'say'>): Promise<Result> {
  const words = spelled(typed);
  const begun = names.filter(({ spellings }) => spellings.some((spelling) => spelling.startsWith(words)));
  const fitting = names.filter(({ spellings }) => spellings.some((spelling) => spelling.includes(words)));
  return choices([...shownByZone([...begun, ...fitting], say)].map(([value, name]) => ({ name, value })));
}

function listNamed(typed: string): typeof names {
  const words = spelled(typed);
  return names.filter(({ spellings }) => spellings.includes(words));
}

function listNear(typed: string): typeof names {
  const cities = new Set(names.filter(({ name }) => !name.includes('/')).flatMap(({ spellings }) => spellings));
  return listNearest(spelled(typed), [...cities], cities.size).flatMap(listNamed);
}

/** Each zone once, with the name that it was found by. */
function shownByZone(found: readonly { zone: string; name: string }[], say?: Say): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  for (const { zone, name } of found) {
    if (shown.has(zone)) continue;
    const isSaid = name.includes('/') || spelled(zone).includes(spelled(name));
    const own = say === undefined ? plainZone(zone) : zoneName(zone, say);
    shown.set(zone, isSaid ? own : `${plainZone(zone)} (${name})`);
  }
  return shown;
}

/** @param region of `zoneRegions` */
export function zonesOf(region: string): string[] {
  return timeZones.filter((zone) => zone.startsWith(`${region}/`));
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

/** "new york" finds America/New_York, "zurich" Zürich; a name in brackets is what a suggestion adds. */
function spelled(name: string): string {
  const letters = name
    .replace(/\s*\([^()]*\)\s*$/, '')
    .normalize('NFKD')
    .toLowerCase();
  return letters
    .replace(/[\p{M}.,'’]/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** As it is typed where keys have no umlauts: "Zuerich". */
function inLetters(name: string): string {
  return name.replace(/[äöü]/gi, (vowel) => `${vowel.normalize('NFD').charAt(0)}e`);
}

function presentName(zone: string): string {
  return presentNames[zone] ?? zone;
}

function cityOf(zone: string): string {
  return plainZone(zone.split('/').at(-1) ?? zone);
}
