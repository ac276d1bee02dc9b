// Names Outlook and Exchange give to time zones. @see the Unicode CLDR's windowsZones

/** IANA zones by Windows name, lower case. */
const windowsZones: Readonly<Record<string, string>> = {
  utc: 'UTC',
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik',
  'w. europe standard time': 'Europe/Berlin',
  'central europe standard time': 'Europe/Budapest',
  'central european standard time': 'Europe/Warsaw',
  'romance standard time': 'Europe/Paris',
  'e. europe standard time': 'Europe/Chisinau',
  'gtb standard time': 'Europe/Bucharest',
  'fle standard time': 'Europe/Kiev',
  'russian standard time': 'Europe/Moscow',
  'turkey standard time': 'Europe/Istanbul',
  'israel standard time': 'Asia/Jerusalem',
  'egypt standard time': 'Africa/Cairo',
  'south africa standard time': 'Africa/Johannesburg',
  'w. central africa standard time': 'Africa/Lagos',
  'e. africa standard time': 'Africa/Nairobi',
  'morocco standard time': 'Africa/Casablanca',
  'arab standard time': 'Asia/Riyadh',
  'arabian standard time': 'Asia/Dubai',
  'iran standard time': 'Asia/Tehran',
  'pakistan standard time': 'Asia/Karachi',
  'india standard time': 'Asia/Kolkata',
  'bangladesh standard time': 'Asia/Dhaka',
  'se asia standard time': 'Asia/Bangkok',
  'china standard time': 'Asia/Shanghai',
  'taipei standard time': 'Asia/Taipei',
  'singapore standard time': 'Asia/Singapore',
  'tokyo standard time': 'Asia/Tokyo',
  'korea standard time': 'Asia/Seoul',
  'w. australia standard time': 'Australia/Perth',
  'cen. australia standard time': 'Australia/Adelaide',
  'aus eastern standard time': 'Australia/Sydney',
  'e. australia standard time': 'Australia/Brisbane',
  'new zealand standard time': 'Pacific/Auckland',
  'eastern standard time': 'America/New_York',
  'us eastern standard time': 'America/Indianapolis',
  'central standard time': 'America/Chicago',
  'mountain standard time': 'America/Denver',
  'us mountain standard time': 'America/Phoenix',
  'pacific standard time': 'America/Los_Angeles',
  'alaskan standard time': 'America/Anchorage',
  'hawaiian standard time': 'Pacific/Honolulu',
  'atlantic standard time': 'America/Halifax',
  'newfoundland standard time': 'America/St_Johns',
  'canada central standard time': 'America/Regina',
  'central standard time (mexico)': 'America/Mexico_City',
  'sa pacific standard time': 'America/Bogota',
  'e. south america standard time': 'America/Sao_Paulo',
  'argentina standard time': 'America/Buenos_Aires',
  'pacific sa standard time': 'America/Santiago',
};

/** Cities in the names Outlook shows, e.g. “(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna”. */
const shownCities: Readonly<Record<string, string>> = {
  london: 'Europe/London',
  amsterdam: 'Europe/Berlin',
  brussels: 'Europe/Paris',
  belgrade: 'Europe/Budapest',
  sarajevo: 'Europe/Warsaw',
  athens: 'Europe/Bucharest',
  helsinki: 'Europe/Kiev',
  moscow: 'Europe/Moscow',
  istanbul: 'Europe/Istanbul',
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
  beijing: 'Asia/Shanghai',
  osaka: 'Asia/Tokyo',
  canberra: 'Australia/Sydney',
};

/** @param name as a calendar gives it */
export function findWindowsZone(name: string): string | undefined {
  const lower = name.toLowerCase().trim();
  if (Object.hasOwn(windowsZones, lower)) return windowsZones[lower];
  if (!/^\((?:utc|gmt)/.test(lower)) return undefined;
  const words = lower.slice(0, 200).split(/[^a-z]+/);
  const city = words.find((word) => Object.hasOwn(shownCities, word));
  return city === undefined ? undefined : shownCities[city];
}
