// Addresses within a piece of HTML made absolute; everything else stays as it is, byte for byte.

import { decodeHTMLAttribute, escapeAttribute } from 'entities';
import { scanMarkup, type Tag } from '../markup.ts';
import { resolveUrl } from '../resolveUrl.ts';

/** Attributes that hold one address. @see https://html.spec.whatwg.org/multipage/indices.html#attributes-3 */
const addressAttributes: ReadonlySet<string> = new Set(
  'href src cite action poster background longdesc data usemap classid codebase profile icon formaction'.split(' '),
);

/** @param base undefined leaves relative addresses alone */
export function absoluteLinks(html: string, base: string | undefined): string {
  if (base === undefined || !html.includes('<')) return html;
  const parts: string[] = [];
  let copied = 0;
  scanMarkup(html, 'html', {
    onOpen(tag) {
      const rewritten = rewriteTag(tag, base);
      if (rewritten === undefined) return;
      parts.push(html.slice(copied, tag.start), rewritten);
      copied = tag.end;
    },
    onClose: () => undefined,
    onText: () => undefined,
  });
  parts.push(html.slice(copied));
  return parts.join('');
}

/** Undefined when nothing in the tag is a relative address. */
function rewriteTag(tag: Tag, base: string): string | undefined {
  let isChanged = false;
  const attributes = [...tag.attributes].map(([name, value]) => {
    const address = decodeHTMLAttribute(value);
    if (!addressAttributes.has(name.toLowerCase()) || /^[a-z][a-z0-9+.-]*:/i.test(address.trim()))
      return ` ${name}="${value.replaceAll('"', '&quot;')}"`;
    const absolute = resolveUrl(address, base);
    if (absolute === undefined) return ` ${name}="${value.replaceAll('"', '&quot;')}"`;
    isChanged = true;
    return ` ${name}="${escapeAttribute(absolute)}"`;
  });
  return isChanged ? `<${tag.name}${attributes.join('')}${tag.isSelfClosing ? ' /' : ''}>` : undefined;
}
