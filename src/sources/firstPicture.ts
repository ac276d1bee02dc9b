// The first picture in a piece of HTML that is worth showing: no pixels that count readers, no smileys.

import type { Picture } from '../domain/article.ts';
import { cutText, singleLine } from './cleanText.ts';
import { decodeEntities } from './entities.ts';
import { scanMarkup } from './markup.ts';
import { normaliseLink } from './pageAddress.ts';

/** Pixels; a picture known to be smaller is an icon. */
const minSidePx = 100;
/** Characters of an alternative text. @see https://docs.discord.com/developers/components/reference#media-gallery */
export const maxAltLength = 1_000;
/** Characters of HTML looked through. */
const maxHtmlLength = 500_000;

const decoration =
  /(?:\/emoji\/|\/smilies\/|gravatar\.com|feedburner|feedsportal|doubleclick|\/pixel\b|[?&/]pixel\.|stats\.wordpress|spacer\.gif|blank\.gif)/i;

export function findFirstPicture(html: string): Picture | undefined {
  let found: Picture | undefined;
  scanMarkup(cutText(html, maxHtmlLength), 'html', {
    onOpen({ name, attributes }, stop) {
      if (name.toLowerCase() !== 'img') return;
      const value = (key: string) => decodeEntities(attributes.get(key) ?? '').trim();
      const picture = toPicture(value('src'), value('alt'));
      if (picture === undefined || isSmall(value('width')) || isSmall(value('height'))) return;
      found = picture;
      stop();
    },
  });
  return found;
}

/** @returns undefined when the address is not http(s), or a decoration */
export function toPicture(address: string | undefined, alt: string | undefined): Picture | undefined {
  const url = normaliseLink(address);
  if (url === undefined || decoration.test(url)) return undefined;
  const described = cutText(singleLine(alt ?? ''), maxAltLength);
  return described === '' ? { url } : { url, alt: described };
}

function isSmall(side: string): boolean {
  const px = Number.parseInt(side, 10);
  return !side.endsWith('%') && px < minSidePx;
}
