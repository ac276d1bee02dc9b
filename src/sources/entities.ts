// Character references → characters. Names need their semicolon, so that `AT&T` and `?a=1&lang=2` stay as they are.

import { decodeHTMLStrict } from 'entities';
import { decodeC1References, mendC1Characters } from './c1Characters.ts';

/** @param custom entities a document declares for itself; their values are not read again */
export function decodeEntities(text: string, custom?: ReadonlyMap<string, string>): string {
  if (!text.includes('&')) return text;
  const raw = decodeC1References(text);
  const decoded = custom === undefined || custom.size === 0 ? decodeHTMLStrict(raw) : decodeCustom(raw, custom);
  return raw === text ? decoded : mendC1Characters(decoded);
}

function decodeCustom(text: string, custom: ReadonlyMap<string, string>): string {
  return text
    .split(/(&[\w.-]{1,40};)/)
    .map((part) => custom.get(part.slice(1, -1)) ?? decodeHTMLStrict(part))
    .join('');
}
