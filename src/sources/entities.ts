// Character references → characters. Names need their semicolon, so that `AT&T` and `?a=1&lang=2` stay as they are.

import { decodeHTMLStrict } from 'entities';
import { decodeC1References, mendC1Characters } from './c1Characters.ts';

/** What a document's own names stand for. */
type OwnEntities = Pick<ReadonlyMap<string, string>, 'get' | 'size'>;

/** @param custom entities a document declares for itself; their values are not read again */
export function decodeEntities(text: string, custom?: OwnEntities): string {
  if (!text.includes('&')) return text;
  const raw = decodeC1References(text);
  const decoded = custom === undefined || custom.size === 0 ? decodeHTMLStrict(raw) : decodeCustom(raw, custom);
  return raw === text ? decoded : mendC1Characters(decoded);
}

function decodeCustom(text: string, custom: OwnEntities): string {
  return text
    .split(/(&[\w.-]{1,40};)/)
    .map((part, index) => (index % 2 === 1 ? custom.get(part.slice(1, -1)) : undefined) ?? decodeHTMLStrict(part))
    .join('');
}
