// Names Outlook and Exchange give to time zones, in their own list and as they show them to people.
// @see the Unicode CLDR's windowsZones

import { Temporal } from 'temporal-polyfill';

/** IANA zones by Windows name, lower case, without its “standard time”. */
const windowsZones: Readonly<Record<string, string>> = {
  utc: 'UTC',
  'coordinated universal time': 'UTC',
  dateline: 'Etc/GMT+12',
  'utc-11': 'Etc/GMT+11',
  'utc-09': 'Etc/GMT+9',
  'utc-08': 'Etc/GMT+8',
  'utc-02': 'Etc/GMT+2',
  'utc+12': 'Etc/GMT-12',
  'utc+13': 'Etc/GMT-13',
  gmt: 'Europe/London',
  greenwich: 'Atlantic/Reykjavik',
  'w. europe': 'Europe/Berlin',
  'central europe': 'Europe/Budapest',
  'central european': 'Europe/Warsaw',
  romance: 'Europe/Paris',
  'e. europe': 'Europe/Chisinau',
  gtb: 'Europe/Bucharest',
  fle: 'Europe/Kiev',
  kaliningrad: 'Europe/Kaliningrad',
  russian: 'Europe/Moscow',
  belarus: 'Europe/Minsk',
  volgograd: 'Europe/Volgograd',
  astrakhan: 'Europe/Astrakhan',
  saratov: 'Europe/Saratov',
  'russia time zone 3': 'Europe/Samara',
  'russia time zone 10': 'Asia/Srednekolymsk',
  'russia time zone 11': 'Asia/Kamchatka',
  turkey: 'Europe/Istanbul',
  azores: 'Atlantic/Azores',
  'cape verde': 'Atlantic/Cape_Verde',
  greenland: 'America/Godthab',
  morocco: 'Africa/Casablanca',
  'sao tome': 'Africa/Sao_Tome',
  'w. central africa': 'Africa/Lagos',
  'e. africa': 'Africa/Nairobi',
  'south africa': 'Africa/Johannesburg',
  'south sudan': 'Africa/Juba',
  sudan: 'Africa/Khartoum',
  namibia: 'Africa/Windhoek',
  libya: 'Africa/Tripoli',
  egypt: 'Africa/Cairo',
  israel: 'Asia/Jerusalem',
  'west bank': 'Asia/Hebron',
  jordan: 'Asia/Amman',
  'middle east': 'Asia/Beirut',
  syria: 'Asia/Damascus',
  arabic: 'Asia/Baghdad',
  arab: 'Asia/Riyadh',
  arabian: 'Asia/Dubai',
  iran: 'Asia/Tehran',
  georgian: 'Asia/Tbilisi',
  caucasus: 'Asia/Yerevan',
  azerbaijan: 'Asia/Baku',
  mauritius: 'Indian/Mauritius',
  afghanistan: 'Asia/Kabul',
  'west asia': 'Asia/Tashkent',
  qyzylorda: 'Asia/Qyzylorda',
  ekaterinburg: 'Asia/Yekaterinburg',
  pakistan: 'Asia/Karachi',
  india: 'Asia/Kolkata',
  'sri lanka': 'Asia/Colombo',
  nepal: 'Asia/Kathmandu',
  'central asia': 'Asia/Bishkek',
  bangladesh: 'Asia/Dhaka',
  omsk: 'Asia/Omsk',
  myanmar: 'Asia/Yangon',
  'se asia': 'Asia/Bangkok',
  'altai krai': 'Asia/Barnaul',
  'w. mongolia': 'Asia/Hovd',
  'north asia': 'Asia/Krasnoyarsk',
  'n. central asia': 'Asia/Novosibirsk',
  tomsk: 'Asia/Tomsk',
  china: 'Asia/Shanghai',
  'north asia east': 'Asia/Irkutsk',
  singapore: 'Asia/Singapore',
  taipei: 'Asia/Taipei',
  ulaanbaatar: 'Asia/Ulaanbaatar',
  'north korea': 'Asia/Pyongyang',
  tokyo: 'Asia/Tokyo',
  korea: 'Asia/Seoul',
  yakutsk: 'Asia/Yakutsk',
  transbaikal: 'Asia/Chita',
  vladivostok: 'Asia/Vladivostok',
  magadan: 'Asia/Magadan',
  sakhalin: 'Asia/Sakhalin',
  'w. australia': 'Australia/Perth',
  'aus central w.': 'Australia/Eucla',
  'cen. australia': 'Australia/Adelaide',
  'aus central': 'Australia/Darwin',
  'e. australia': 'Australia/Brisbane',
  'aus eastern': 'Australia/Sydney',
  tasmania: 'Australia/Hobart',
  'lord howe': 'Australia/Lord_Howe',
  'west pacific': 'Pacific/Port_Moresby',
  bougainville: 'Pacific/Bougainville',
  norfolk: 'Pacific/Norfolk',
  'central pacific': 'Pacific/Guadalcanal',
  'new zealand': 'Pacific/Auckland',
  fiji: 'Pacific/Fiji',
  'chatham islands': 'Pacific/Chatham',
  tonga: 'Pacific/Tongatapu',
  samoa: 'Pacific/Apia',
  'line islands': 'Pacific/Kiritimati',
  aleutian: 'America/Adak',
  hawaiian: 'Pacific/Honolulu',
  marquesas: 'Pacific/Marquesas',
  alaskan: 'America/Anchorage',
  'pacific standard time (mexico)': 'America/Tijuana',
  pacific: 'America/Los_Angeles',
  'us mountain': 'America/Phoenix',
  'mountain standard time (mexico)': 'America/Mazatlan',
  mountain: 'America/Denver',
  yukon: 'America/Whitehorse',
  'central america': 'America/Guatemala',
  central: 'America/Chicago',
  'easter island': 'Pacific/Easter',
  'central standard time (mexico)': 'America/Mexico_City',
  'canada central': 'America/Regina',
  'sa pacific': 'America/Bogota',
  'eastern standard time (mexico)': 'America/Cancun',
  eastern: 'America/New_York',
  haiti: 'America/Port-au-Prince',
  cuba: 'America/Havana',
  'us eastern': 'America/Indianapolis',
  'turks and caicos': 'America/Grand_Turk',
  paraguay: 'America/Asuncion',
  atlantic: 'America/Halifax',
  venezuela: 'America/Caracas',
  'central brazilian': 'America/Cuiaba',
  'sa western': 'America/La_Paz',
  'pacific sa': 'America/Santiago',
  newfoundland: 'America/St_Johns',
  tocantins: 'America/Araguaina',
  'e. south america': 'America/Sao_Paulo',
  'sa eastern': 'America/Cayenne',
  argentina: 'America/Buenos_Aires',
  montevideo: 'America/Montevideo',
  magallanes: 'America/Punta_Arenas',
  'saint pierre': 'America/Miquelon',
  bahia: 'America/Bahia',
};

/** Words of the names Outlook shows that are not the city of an IANA zone, or where another city says more. */
const shownWords: Readonly<Record<string, string>> = {
  'coordinated universal time': 'UTC',
  london: 'Europe/London',
  amsterdam: 'Europe/Berlin',
  brussels: 'Europe/Paris',
  belgrade: 'Europe/Budapest',
  sarajevo: 'Europe/Warsaw',
  'west central africa': 'Africa/Lagos',
  pretoria: 'Africa/Johannesburg',
  'abu dhabi': 'Asia/Dubai',
  islamabad: 'Asia/Karachi',
  chennai: 'Asia/Kolkata',
  mumbai: 'Asia/Kolkata',
  astana: 'Asia/Almaty',
  hanoi: 'Asia/Bangkok',
  beijing: 'Asia/Shanghai',
  osaka: 'Asia/Tokyo',
  canberra: 'Australia/Sydney',
  wellington: 'Pacific/Auckland',
  hawaii: 'Pacific/Honolulu',
  alaska: 'America/Anchorage',
  arizona: 'America/Phoenix',
  'baja california': 'America/Tijuana',
  'indiana (east)': 'America/Indianapolis',
  saskatchewan: 'America/Regina',
  'central america': 'America/Guatemala',
  'atlantic time (canada)': 'America/Halifax',
  'pacific time (us & canada)': 'America/Los_Angeles',
  'mountain time (us & canada)': 'America/Denver',
  'central time (us & canada)': 'America/Chicago',
  'eastern time (us & canada)': 'America/New_York',
  newfoundland: 'America/St_Johns',
  brasilia: 'America/Sao_Paulo',
};

/** Characters. */
const maxNameLength = 200;

/** @param name as a calendar gives it */
export function findWindowsZone(name: string): string | undefined {
  const lower = name.toLowerCase().trim().slice(0, maxNameLength);
  const short = /^(.+) (?:standard|daylight|summer) time$/.exec(lower)?.[1];
  // “Pacific” alone may be a room.
  const isWhole = /utc|time/.test(lower);
  return own(windowsZones, short ?? (isWhole ? lower : '')) ?? findShownZone(lower);
}

/** “(UTC+01:00) Amsterdam, Berlin, Bern”: the offset it shows, that of winter, must be that of its city. */
function findShownZone(lower: string): string | undefined {
  const [, sign, hours, minutes, places] = /^\((?:utc|gmt)(?:([+-])(\d{1,2}):?(\d\d))?\)\s*(\S.*)$/.exec(lower) ?? [];
  if (places === undefined) return undefined;
  const shown = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  const names = [places, ...places.split(',')].map((place) => place.trim());
  const found = [...names.map((place) => own(shownWords, place)), ...names.map((place) => cityZones().get(place))];
  return found.find((zone) => zone !== undefined && winterOffsetMinutes(zone) === shown);
}

let knownCities: ReadonlyMap<string, string> | undefined;

/** IANA zones by the city in their name, lower case. */
function cityZones(): ReadonlyMap<string, string> {
  knownCities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [
      (zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(),
      zone,
    ]),
  );
  return knownCities;
}

function winterOffsetMinutes(timeZone: string): number {
  const offsets = ['2026-01-15T12:00Z', '2026-07-15T12:00Z'].map(
    (instant) => Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).offsetNanoseconds / 6e10,
  );
  return Math.min(...offsets);
}

function own(zones: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(zones, name) ? zones[name] : undefined;
}
