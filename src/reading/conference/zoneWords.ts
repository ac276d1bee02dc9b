// The zone that stands beside a time: an offset, letters, a region, a town. One that nobody here knows is not the society's own.

import { townNames, zoneOfTown } from './placeZones.ts';
import { lettersOfZones, type Meanings, meaningAt, regionsOfZones, writtenSmall } from './zoneNames.ts';

export interface ZoneWord {
  /** Unset: nobody here knows which. */
  readonly timeZone?: string;
  /** The same letters mean another zone elsewhere, or nobody knows them. */
  readonly isAmbiguous: boolean;
  /** Of "CST (UTC-6)": all that the letters may mean, and the zone of the offset, which leaves one or contradicts them all. */
  readonly checked?: { readonly meant: readonly string[]; readonly byOffset: string };
}

export interface PlacedZone {
  readonly zone: ZoneWord;
  /** Characters after the time, up to the end of the zone's words. */
  readonly length: number;
}

const unknown: ZoneWord = { isAmbiguous: true };
/** Characters after a time within which its zone stands. */
const reach = 80;

const lead = /^[ \t]{0,2}(?:(?:h|hrs?|hours|o['’]clock|sharp)\b\.?)?[ \t]{0,2}(,?)[ \t]{0,2}[([]?[ \t]{0,2}/i;
const timeWord = /^[ ]?\(?(?:(?:standard|daylight|summer|winter|local)[ ])?time(?: zone)?\b\)?/i;
const offset = /^(?:(utc|gmt)[ ]?)?([+−–-])[ ]?(\d{1,2})(?:(:?)(\d{2}))?(?![\d:])/i;
const bracketed = /^[ ]?(?:[([,/=][ =]{0,2})?(?:utc|gmt)[ ]?([+−–-])[ ]?(\d{1,2})(?::?(\d{2}))?(?![\d:])\)?/i;
/** What may follow the name of a region that is a zone, and not the beginning of another name. */
const goesOn =
  /^\s*(?:$|[,.;:()[\]/|=&–—-]|\n|(?:and|or|to|on|until|till|via|for|with|each|every|this|next|at|we|please)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d)/i;
const names = new RegExp(
  `^(in )?(the )?(${[...regionsOfZones.keys(), ...townNames].sort(byLength).join('|')})(?![\\p{L}])`,
  'iu',
);
const venue =
  /^(?:in )?(?:the )?(?:(?:your|their|its) )?(?:local|venue|venue['’]s|conference|host|site|your|their) (?:local )?time\b/i;
const someTime = /^(?:in )?(?:the )?(?:\p{Lu}[\p{L}.'’-]+[ ]){1,3}[Tt]ime\b/u;
const someLetters = /^(?:in )?[A-Z]{2,4}T(?![\p{L}\d])(?! [A-Z]{2})/u;
/** In capitals they end as zones do. */
const words = /^(?:in )?(?:at|but|not|out|just|next|meet|best|must|fest|art)\b/i;

/** After a time, at once or in brackets. @param homeTimeZone of the society, tells "CST" from "CST" */
export function readZoneAfter(text: string, from: number, homeTimeZone: string | undefined): PlacedZone | undefined {
  const [said = ''] = text.slice(from, from + reach).split('\n');
  const [leading = '', comma] = lead.exec(said) ?? [];
  const rest = said.slice(leading.length);
  const isBracketed = /[([]/.test(leading);
  const found =
    readOffset(rest, isBracketed, leading === '') ??
    readLetters(rest, homeTimeZone, leading === '') ??
    readName(rest, homeTimeZone, comma !== '' && !isBracketed) ??
    readUnknown(rest, comma !== '' && !isBracketed);
  if (!found) return undefined;
  const closing = /^[ ]?[)\]]/.exec(rest.slice(found.length))?.[0].length ?? 0;
  return { zone: found.zone, length: leading.length + found.length + closing };
}

/** "CET 14:00": only letters that are no words. */
export function readZoneBefore(text: string, at: number, homeTimeZone: string | undefined): ZoneWord | undefined {
  const before = text.slice(Math.max(0, at - 20), at);
  const [, timeBefore, letters = ''] = /(\d ?|[ap]\.?m\.? ?)?[[(]?\b([A-Z]{3,4}|AoE)[)\]]?:? {1,2}$/.exec(before) ?? [];
  const meanings = lettersOfZones.get(letters.toLowerCase());
  if (timeBefore !== undefined || !meanings || !writtenSmall.has(letters.toLowerCase())) return undefined;
  return zoneOf(meanings, homeTimeZone);
}

/** "All times are in CET", said once for a whole text. */
export function findStatedZone(text: string, homeTimeZone: string | undefined): ZoneWord | undefined {
  const stated =
    /\b(?:times|hours|schedule)\b(?: (?:below|above|here|listed|shown|given|stated|are|is|all|in)){1,5}:?(?= )/i.exec(
      text,
    );
  if (!stated) return undefined;
  const from = stated.index + stated[0].length;
  if (/^ (?:the )?local\b/i.test(text.slice(from))) return unknown;
  return readZoneAfter(text, from, homeTimeZone)?.zone;
}

/** A bare offset has four digits; a minus that is glued to the time is the dash of a range. */
function readOffset(rest: string, isBracketed: boolean, isGlued: boolean): PlacedZone | undefined {
  const [said, name, sign = '', hours = '', colon, minutes] = offset.exec(rest) ?? [];
  if (said === undefined) return undefined;
  const isBare = name === undefined;
  if (isBare && (hours.length < 2 || minutes === undefined)) return undefined;
  if (isBare && sign !== '+' && !isBracketed && (colon === ':' || !isGlued)) return undefined;
  const word = timeWord.exec(rest.slice(said.length))?.[0] ?? '';
  return { zone: fixedZone(sign, Number(hours), Number(minutes ?? 0)), length: said.length + word.length };
}

function readLetters(rest: string, home: string | undefined, isGlued: boolean): PlacedZone | undefined {
  const [said = '', letters = ''] = /^(?:in )?(?:the )?([A-Za-z]{1,4})(?![A-Za-z\d'’])/i.exec(rest) ?? [];
  const meanings = lettersOfZones.get(letters.toLowerCase());
  const isWritten = letters === letters.toUpperCase() || writtenSmall.has(letters.toLowerCase());
  if (!meanings || !isWritten || (letters === 'Z' && !isGlued) || letters === 'z') return undefined;
  const pair =
    /^\/(?:CES?T|EES?T|WES?T|BST|[ECMP][DS]T|AES?T|[AN]Z?DT)\b(?! ?\d)/.exec(rest.slice(said.length))?.[0] ?? '';
  return withOffset(rest, said.length + pair.length, meanings, home);
}

function readName(rest: string, home: string | undefined, isApart: boolean): PlacedZone | undefined {
  const [said, into, the, name = ''] = names.exec(rest) ?? [];
  if (said === undefined) return undefined;
  const after = rest.slice(said.length);
  const word = timeWord.exec(after)?.[0];
  const region = regionsOfZones.get(name.toLowerCase());
  const town = [...townNames].find((one) => one.toLowerCase() === name.toLowerCase());
  const isTown = region === undefined;
  // "In the Pacific Ballroom", "Paris Room" and "Tokyo, Hall 3" tell where, not when.
  if (word === undefined && (isApart || the !== undefined || (!isTown && into !== undefined) || !goesOn.test(after)))
    return undefined;
  const meanings: Meanings = region ?? [['', zoneOfTown(town ?? '') ?? 'UTC']];
  const found = withOffset(rest, said.length, meanings, home);
  const isOtherTown = isTown && word === undefined && elsewhere.test(after) && found.zone.timeZone !== home;
  return isOtherTown ? { ...found, zone: unknown } : found;
}

/** "London, Ontario": what follows is no day. */
const elsewhere =
  /^, ?(?!(?:mon|tues|wednes|thurs|fri|satur|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\p{Lu}/iu;

function readUnknown(rest: string, isApart: boolean): PlacedZone | undefined {
  const found =
    venue.exec(rest) ?? someTime.exec(rest) ?? (isApart || words.test(rest) ? null : someLetters.exec(rest));
  return found ? { zone: unknown, length: found[0].length } : undefined;
}

function withOffset(rest: string, length: number, meanings: Meanings, home: string | undefined): PlacedZone {
  const word = timeWord.exec(rest.slice(length))?.[0] ?? '';
  const zone = zoneOf(meanings, home);
  const [said, sign = '', hours = '', minutes = '0'] = bracketed.exec(rest.slice(length + word.length)) ?? [];
  const byOffset = said === undefined ? undefined : fixedZone(sign, Number(hours), Number(minutes)).timeZone;
  const whole = length + word.length + (said?.length ?? 0);
  if (byOffset === undefined) return { zone, length: whole };
  const meant = zone.isAmbiguous ? meanings.map(([, one]) => one) : zone.timeZone === undefined ? [] : [zone.timeZone];
  return { zone: { ...zone, isAmbiguous: false, checked: { meant, byOffset } }, length: whole };
}

function zoneOf(meanings: Meanings, home: string | undefined): ZoneWord {
  const timeZone = meaningAt(home, meanings);
  const likely = timeZone ?? meanings.find(([prefix]) => prefix.endsWith('/'))?.[1] ?? meanings[0]?.[1];
  return { isAmbiguous: timeZone === undefined, ...(likely === undefined ? {} : { timeZone: likely }) };
}

function fixedZone(sign: string, hours: number, minutes: number): ZoneWord {
  if (hours > 14 || minutes > 59) return unknown;
  if (hours === 0 && minutes === 0) return { timeZone: 'UTC', isAmbiguous: false };
  const isAhead = sign === '+';
  // The database counts the other way round.
  const isWhole = minutes === 0 && (isAhead || hours <= 12);
  const asOffset = `${isAhead ? '+' : '-'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  return { timeZone: isWhole ? `Etc/GMT${isAhead ? '-' : '+'}${hours}` : asOffset, isAmbiguous: false };
}

function byLength(one: string, other: string): number {
  return other.length - one.length;
}
