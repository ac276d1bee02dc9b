// The zones that people write after a time, as the zone database knows them. "EST" in July means the clock of New York.

export interface ZoneWord {
  /** Unset: the society's own, as far as anybody can say. */
  readonly timeZone?: string;
  /** The same letters mean another zone elsewhere. */
  readonly isAmbiguous: boolean;
}

const byName: Readonly<Record<string, string>> = {
  ...named('America/New_York', 'et', 'est', 'edt', 'eastern', 'us eastern', 'new york'),
  ...named('America/Chicago', 'ct', 'cst', 'cdt', 'central', 'us central', 'chicago'),
  ...named('America/Denver', 'mt', 'mst', 'mdt', 'mountain'),
  ...named('America/Los_Angeles', 'pt', 'pst', 'pdt', 'pacific', 'us pacific'),
  ...named('America/Anchorage', 'akst', 'akdt', 'alaska'),
  ...named('Pacific/Honolulu', 'hst', 'hawaii', 'hawaiian', 'honolulu'),
  ...named('Pacific/Pago_Pago', 'samoa', 'american samoa', 'sst'),
  ...named('UTC', 'utc', 'gmt', 'z', 'zulu', 'ut'),
  ...named('Europe/London', 'bst', 'uk', 'london', 'british'),
  ...named('Europe/Dublin', 'dublin', 'irish'),
  ...named('Europe/Lisbon', 'west', 'wet', 'lisbon'),
  ...named('Europe/Paris', 'cet', 'cest', 'central european', 'paris', 'geneva', 'cern', 'brussels', 'middle european'),
  ...named('Europe/Berlin', 'berlin', 'mez', 'mesz'),
  ...named('Europe/Rome', 'rome'),
  ...named('Europe/Madrid', 'madrid'),
  ...named('Europe/Helsinki', 'eet', 'eest', 'eastern european', 'helsinki'),
  ...named('Europe/Moscow', 'msk', 'moscow'),
  ...named('Asia/Kolkata', 'ist', 'india', 'indian'),
  ...named('Asia/Tokyo', 'jst', 'japan', 'tokyo'),
  ...named('Asia/Shanghai', 'beijing', 'china'),
  ...named('Asia/Singapore', 'sgt', 'singapore'),
  ...named('Asia/Seoul', 'kst', 'korea'),
  ...named('Australia/Sydney', 'aest', 'aedt', 'sydney'),
  ...named('Pacific/Auckland', 'nzst', 'nzdt', 'auckland', 'new zealand'),
  ...named('America/Sao_Paulo', 'brt', 'brasilia'),
  ...named('Etc/GMT+12', 'aoe', 'anywhere on earth'),
};

/** Letters that more than one part of the world uses: sure only where the society is at home there. */
const shared: Readonly<Record<string, readonly string[]>> = {
  bst: ['Europe/', 'Asia/Dhaka'],
  ist: ['Asia/', 'Europe/Dublin'],
  cst: ['America/', 'Asia/Shanghai'],
};

const names = Object.keys(byName)
  .sort((one, other) => other.length - one.length)
  .join('|');

/** After a time, at once or in brackets. */
export const zoneAfterTime = new RegExp(
  `^[ \\t]{0,2}[([]?[ \\t]{0,2}(?:in )?(?:the )?((?:utc|gmt)[ ]?[+-][ ]?\\d{1,2}(?::?\\d{2})?|${names})(?![a-z])(?:[ ]?\\(?(?:standard|daylight|summer)?[ ]?time(?: zone)?\\)?)?(?:[ ]?\\((?:utc|gmt)[ ]?([+-][ ]?\\d{1,2}(?::?\\d{2})?)\\))?`,
  'i',
);

const offset = /^(?:utc|gmt)? ?([+-]) ?(\d{1,2})(?::?(\d{2}))?$/;

/** @param found of `zoneAfterTime` @param homeTimeZone of the society */
export function readZone(found: RegExpExecArray, homeTimeZone: string | undefined): ZoneWord {
  const [, said = '', inBrackets] = found;
  const word = said.toLowerCase().replace(/\s+/g, ' ').trim();
  const [, sign, hours, minutes = '0'] = offset.exec(word) ?? [];
  if (sign !== undefined && hours !== undefined) return fixedZone(sign, Number(hours), Number(minutes));
  const homes = shared[word];
  const isAtHome = homes === undefined || homes.some((home) => homeTimeZone?.startsWith(home));
  // "CST (UTC-6)" leaves no choice.
  const [, ownSign, ownHours, ownMinutes = '0'] = isAtHome ? [] : (offset.exec((inBrackets ?? '').trim()) ?? []);
  if (ownSign !== undefined) return fixedZone(ownSign, Number(ownHours), Number(ownMinutes));
  if (word === 'ist' && homeTimeZone === 'Europe/Dublin') return { timeZone: 'Europe/Dublin', isAmbiguous: false };
  if (word === 'cst' && homeTimeZone === 'Asia/Shanghai') return { timeZone: 'Asia/Shanghai', isAmbiguous: false };
  return { timeZone: byName[word] ?? 'UTC', isAmbiguous: !isAtHome };
}

function fixedZone(sign: string, hours: number, minutes: number): ZoneWord {
  if (hours === 0 || hours > 14) return { timeZone: 'UTC', isAmbiguous: false };
  // The database counts the other way round.
  const isWhole = minutes === 0 && (sign === '+' || hours <= 12);
  const asOffset = `${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  return { timeZone: isWhole ? `Etc/GMT${sign === '+' ? '-' : '+'}${hours}` : asOffset, isAmbiguous: false };
}

function named(timeZone: string, ...words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word) => [word, timeZone]));
}
