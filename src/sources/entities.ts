// Character references → characters. Names need their semicolon, so that `AT&T` and `?a=1&lang=2` stay as they are.

import { decodeHTMLStrict } from 'entities';

/** @param custom entities a document declares for itself; their values are not read again */
export function decodeEntities(text: string, custom?: ReadonlyMap<string, string>): string {
  if (!text.includes('&')) return text;
  if (custom === undefined || custom.size === 0) return decodeHTMLStrict(text);
  return text
    .split(/(&[\w.-]{1,40};)/)
    .map((part) => custom.get(part.slice(1, -1)) ?? decodeHTMLStrict(part))
    .join('');
}
