// Character references → characters. Names need their semicolon, so that `AT&T` and `?a=1&lang=2` stay as they are.

import { decodeHTMLStrict } from 'entities';
import { decodeC1References, mendC1Characters } from './c1Characters.ts';

/** Text as it is meant. What is decoded is not read again. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const raw = decodeC1References(text);
  const decoded = decodeHTMLStrict(raw);
  return raw === text ? decoded : mendC1Characters(decoded);
}
