// Which clocks a place has: its town by the zone database and a few more, its country by the data of Unicode.

import type { Instant } from '../../domain/ids.ts';
import { clockIn } from '../../domain/moment.ts';

/** Towns of the database that are also plain words or people. */
const words = new Set(
  'Center Wake Easter Christmas Resolute Troll Midway Davis Casey Palmer Knox Nome Jersey Chatham Stanley Macquarie'.split(
    ' ',
  ),
);
/** Towns that are not in the names of the database, and names that it writes in another way. */
export const moreTowns: Readonly<Record<string, string>> = {
  'America/New_York': 'Boston|Washington|Washington DC|Philadelphia|Atlanta|Miami|Pittsburgh|Baltimore|NYC',
  'America/Chicago': 'Houston|Austin|Dallas|Minneapolis|New Orleans|Nashville',
  'America/Denver': 'Boulder|Salt Lake City|Santa Fe',
  'America/Los_Angeles': 'San Francisco|Seattle|San Diego|Berkeley|Stanford|Las Vegas|Palo Alto|San Jose',
  'America/Toronto': 'Montreal|Montréal|Ottawa',
  'America/Sao_Paulo': 'São Paulo|Rio de Janeiro|Brasília|Brasilia',
  'America/Bogota': 'Bogotá',
  'Europe/London': 'Edinburgh|Glasgow|Manchester|Oxford|Leeds|Bristol|Belfast|Cardiff',
  'Europe/Paris': 'Lyon|Toulouse|Marseille|Strasbourg|Grenoble',
  'Europe/Berlin': 'Munich|Hamburg|Frankfurt|Cologne|Heidelberg|Leipzig|Dresden|Bonn|Mannheim',
  'Europe/Rome': 'Milan|Florence|Venice|Bologna|Turin|Naples|Trieste',
  'Europe/Madrid': 'Barcelona|Valencia|Seville|Bilbao',
  'Europe/Lisbon': 'Porto|Coimbra|Braga',
  'Europe/Zurich': 'Geneva|Basel|Bern|Lausanne|Zürich',
  'Europe/Amsterdam': 'Rotterdam|Utrecht|The Hague|Leiden|Delft|Groningen',
  'Europe/Brussels': 'Ghent|Antwerp|Leuven|Bruges',
  'Europe/Vienna': 'Salzburg|Graz|Innsbruck|Linz',
  'Europe/Stockholm': 'Gothenburg|Uppsala|Lund',
  'Europe/Warsaw': 'Krakow|Kraków|Gdansk',
  'Europe/Kiev': 'Kyiv|Lviv',
  'Africa/Johannesburg': 'Cape Town|Pretoria|Durban|Stellenbosch',
  'Asia/Jerusalem': 'Tel Aviv|Haifa',
  'Asia/Dubai': 'Abu Dhabi',
  'Asia/Kolkata': 'Kolkata|Mumbai|Delhi|New Delhi|Bangalore|Bengaluru|Chennai|Hyderabad|Pune',
  'Asia/Kathmandu': 'Kathmandu',
  'Asia/Ho_Chi_Minh': 'Hanoi|Ho Chi Minh City',
  'Asia/Shanghai': 'Beijing|Shenzhen|Guangzhou|Hangzhou|Nanjing',
  'Asia/Tokyo': 'Kyoto|Osaka|Nagoya|Sapporo|Fukuoka',
  'Asia/Seoul': 'Busan|Daejeon',
  'Australia/Sydney': 'Canberra',
  'Pacific/Auckland': 'Wellington|Christchurch',
};
/** States and provinces, by the clock that most of each has. */
const states: Readonly<Record<string, string>> = {
  'America/New_York': 'CT DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VT VA WV DC',
  'America/Chicago': 'AL AR IL IA KS LA MN MS MO NE ND OK SD TN TX WI',
  'America/Denver': 'CO ID MT NM UT WY',
  'America/Phoenix': 'AZ',
  'America/Los_Angeles': 'CA NV OR WA',
  'America/Toronto': 'ON QC',
  'America/Vancouver': 'BC',
  'Pacific/Honolulu': 'HI',
};
/** Countries as people call them, where Unicode has another name. */
const moreCountries: Readonly<Record<string, string>> = {
  ...{ USA: 'US', 'U.S.A': 'US', US: 'US', 'United States of America': 'US' },
  ...{ UK: 'GB', 'U.K': 'GB', England: 'GB', Scotland: 'GB', Wales: 'GB', 'Northern Ireland': 'GB' },
  ...{ Korea: 'KR', 'Republic of Korea': 'KR', 'The Netherlands': 'NL', 'Czech Republic': 'CZ', Turkey: 'TR' },
  ...{ 'PR China': 'CN', 'P. R. China': 'CN', 'P.R. China': 'CN', 'Hong Kong': 'HK', Macau: 'MO', UAE: 'AE' },
  ...{ 'Bosnia and Herzegovina': 'BA', Czechia: 'CZ' },
};

const towns: ReadonlyMap<string, string> = new Map([
  ...Intl.supportedValuesOf('timeZone')
    .map((zone) => [(zone.split('/').at(-1) ?? '').replaceAll('_', ' '), zone] as const)
    .filter(([name]) => !words.has(name)),
  ...Object.entries(moreTowns).flatMap(([zone, names]) => names.split('|').map((name) => [name, zone] as const)),
]);
const stateZones: ReadonlyMap<string, string> = new Map(
  Object.entries(states).flatMap(([zone, codes]) => codes.split(' ').map((code) => [code, zone] as const)),
);

/** As it is written, "New York". */
export function zoneOfTown(name: string): string | undefined {
  return towns.get(name);
}

export const townNames: readonly string[] = [...towns.keys()].sort((one, other) => other.length - one.length);

let countries: ReadonlyMap<string, string> | undefined;

function codeOfCountry(name: string): string | undefined {
  countries ??= new Map([...listRegions(), ...Object.entries(moreCountries)]);
  return countries.get(name.replace(/\.$/, ''));
}

function listRegions(): (readonly [string, string])[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.flatMap((code) => {
    const name = names.of(code);
    return name === undefined ? [] : [[name, code] as const];
  });
}

/** Empty where Unicode knows none. */
function zonesOfRegion(code: string): readonly string[] {
  // Newer engines have the method, older ones the property.
  const locale = new Intl.Locale(`und-${code}`) as Intl.Locale & {
    readonly timeZones?: readonly string[];
    getTimeZones?(): readonly string[] | undefined;
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** Of "Seoul, Korea"; unset: no place of which anything is known. @param place of findPlace */
function zonesOfPlace(place: string): readonly string[] | undefined {
  const parts = place.split(',').map((part) => part.trim());
  const code = codeOfCountry(parts.at(-1) ?? '');
  if (code === undefined) return undefined;
  const zones = zonesOfRegion(code);
  const state = code === 'US' || code === 'CA' ? stateZones.get(parts.at(-2) ?? '') : undefined;
  const town = zoneOfTown(parts[0] ?? '');
  const own = state ?? (town !== undefined && isAmong(town, zones) ? town : undefined);
  return own === undefined ? zones : [own];
}

/** By either of its names: "Asia/Calcutta" is "Asia/Kolkata". */
function isAmong(zone: string, zones: readonly string[]): boolean {
  const known = canonical(zone);
  return zones.some((one) => canonical(one) === known);
}

function canonical(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}

const named = new RegExp(
  `\\b(?:[Hh]eld|[Tt]akes? place|[Mm]eets?|[Hh]osted|[Gg]ather\\w*|[Cc]onference|[Ww]orkshop|[Cc]ongress|[Ss]ymposium|[Ss]chool|[Ss]ummit)\\b[^.;\\n]{0,60}?\\b(?:in|at) (${townNames.join('|')})(?![\\p{L}\\d]| \\p{Lu})`,
  'u',
);
const inState = /\p{Lu}[\p{L}.'-]+, ([A-Z]{2})(?![\p{L}\d])/u;
const online = /\b(?:online|virtual(?:ly)?|zoom|webinar)\b/i;

/**
 * Whether a bare time is likely another clock's than that of the society.
 * @param place of findPlace @param sentence of the date @param at what the time would be at home
 */
export function isAbroad(place: string | undefined, sentence: string, at: Instant, homeTimeZone: string): boolean {
  const zones = (place === undefined ? undefined : zonesOfPlace(place)) ?? zonesNamedIn(sentence);
  if (zones === undefined || (zones.length > 0 && isAmong(homeTimeZone, zones))) return false;
  const here = clockIn(at, homeTimeZone);
  return zones.length === 0 || zones.some((zone) => clockIn(at, zone) !== here);
}

function zonesNamedIn(sentence: string): readonly string[] | undefined {
  if (online.test(sentence)) return undefined;
  const zone = stateZones.get(inState.exec(sentence)?.[1] ?? '') ?? zoneOfTown(named.exec(sentence)?.[1] ?? '');
  return zone === undefined ? undefined : [zone];
}
