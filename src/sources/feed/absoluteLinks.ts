// Addresses within a piece of HTML made absolute; everything else stays as it is, byte for byte.

import { decodeHTMLAttribute, escapeAttribute } from 'entities';
import { scanMarkup, type Tag } from '../markup.ts';
import { resolveUrl } from '../resolveUrl.ts';

/** Attributes that hold one address. @see https://html.spec.whatwg.org/multipage/indices.html#attributes-3 */
const addressAttributes: ReadonlySet<string> = new Set(
  'href src cite action poster background longdesc data usemap classid codebase profile icon formaction'.split(' '),
);

const hasScheme = /^\s*[a-z][a-z0-9+.-]*:/i;

/** @param base undefined leaves relative addresses alone */
export function absoluteLinks(html: string, base: string | undefined): string {
  if (base === undefined || !html.includes('<')) return html;
  const parts: string[] = [];
  let copied = 0;
  scanMarkup(html, 'html', {
    onOpen(tag) {
      if (tag.attributes.size === 0) return;
      const rewritten = rewriteTag(tag, base);
      if (rewritten === undefined) return;
      parts.push(html.slice(copied, tag.start), rewritten);
      copied = tag.end;
    },
  });
  parts.push(html.slice(copied));
  return parts.join('');
}

/** Undefined when nothing in the tag is a relative address. */
function rewriteTag(tag: Tag, base: string): string | undefined {
  let isChanged = false;
  let rewritten = `<${tag.name}`;
  for (const [name, value] of tag.attributes) {
    const absolute = isAddress(name) && !hasScheme.test(value) ? absoluteAddress(value, base) : undefined;
    isChanged ||= absolute !== undefined;
    rewritten += ` ${name}="${(absolute ?? value).replaceAll('"', '&quot;')}"`;
  }
  return isChanged ? `${rewritten}${tag.isSelfClosing ? ' /' : ''}>` : undefined;
}

function isAddress(name: string): boolean {
  return addressAttributes.has(name) || addressAttributes.has(name.toLowerCase());
}

/** @param written with its entities, as the address comes back */
function absoluteAddress(written: string, base: string): string | undefined {
  if (!written.includes('&')) return resolveUrl(written, base)?.replaceAll('&', '&amp;');
  const absolute = resolveUrl(decodeHTMLAttribute(written), base);
  return absolute === undefined ? undefined : escapeAttribute(absolute);
}
