// `location` of a marked event → one line.

import { cutText, singleLine } from '../cleanText.ts';
import { isRecord, type Json, listOf } from '../json.ts';
import { textOf, typesOf } from './linkedThings.ts';

/** Characters. */
const maxPlaceLength = 300;
/** Of one event; more are halls of one place. */
const maxPlaces = 3;

/** Empty where none is given. */
export function placeOf(location: Json | undefined): string {
  const places = listOf(location).slice(0, maxPlaces).map(onePlace);
  return cutText(joined(places, '; '), maxPlaceLength);
}

function onePlace(value: Json): string {
  if (!isRecord(value)) return singleLine(textOf(value) ?? '');
  const name = textOf(value.name);
  if (typesOf(value).includes('VirtualLocation')) return singleLine(name ?? textOf(value.url) ?? '');
  return joined([name ?? '', ...listOf(value.address).slice(0, 1).map(addressLine)], ', ');
}

function addressLine(value: Json): string {
  if (!isRecord(value)) return singleLine(textOf(value) ?? '');
  const { addressCountry } = value;
  const country = isRecord(addressCountry) ? addressCountry.name : addressCountry;
  const parts = [value.streetAddress, value.addressLocality, value.addressRegion, country];
  return joined(
    parts.map((part) => textOf(part) ?? ''),
    ', ',
  );
}

/** Without what the parts before it say already. */
function joined(parts: readonly string[], sign: string): string {
  return parts.map(singleLine).reduce((line, part) => {
    if (part === '' || line.toLowerCase().includes(part.toLowerCase())) return line;
    return line === '' ? part : `${line}${sign}${part}`;
  }, '');
}
