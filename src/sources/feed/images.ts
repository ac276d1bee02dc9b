// The picture of a feed or an item.

import { resolveUrl } from '../resolveUrl.ts';
import { childrenOf, findChild, type Node, textOf } from './node.ts';
import type { ParsedEnclosure } from './parsedFeed.ts';

export interface FoundImage {
  readonly url: string;
  readonly alt?: string;
}

/** Groups of media in one item that are looked at. */
const maxGroups = 20;

const imageFile = /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i;

/** @param enclosures the item's files, a picture among them is its picture */
export function findItemImage(item: Node, enclosures: readonly ParsedEnclosure[]): FoundImage | undefined {
  const enclosed = enclosures.find(({ type, url }) => type?.startsWith('image/') ?? imageFile.test(url));
  if (enclosed !== undefined) return { url: enclosed.url };
  const groups = [item, ...childrenOf(item, 'media:group', 'media:content').slice(0, maxGroups)];
  for (const media of groups.flatMap((group) => childrenOf(group, 'media:content'))) {
    const url = media.attributes.get('url') ?? '';
    const isImage =
      media.attributes.get('medium') === 'image' || media.attributes.get('type')?.startsWith('image/') === true;
    if (url !== '' && (isImage || imageFile.test(url))) return image(url, media, altOf(media) ?? altOf(item));
  }
  for (const thumbnail of groups.flatMap((group) => childrenOf(group, 'media:thumbnail'))) {
    const url = thumbnail.attributes.get('url') ?? textOf(thumbnail);
    if (url !== '') return image(url, thumbnail, altOf(item));
  }
  return findFeedImage(item);
}

/** `image` of RSS, `logo` and `icon` of Atom, `itunes:image`. */
export function findFeedImage(node: Node): FoundImage | undefined {
  for (const element of childrenOf(node, 'itunes:image', 'image', 'logo', 'icon', 'itunes:link')) {
    const isLink = element.name === 'itunes:link' && element.attributes.get('rel') !== 'image';
    const own = element.name === 'image' ? textOf(findChild(element, 'url')) : textOf(element);
    const url = element.attributes.get('href') ?? element.attributes.get('url') ?? own;
    if (url !== '' && !isLink) return image(url, element, undefined);
  }
  return undefined;
}

function image(address: string, element: Node, alt: string | undefined): FoundImage {
  const url = resolveUrl(address, element.base) ?? address;
  return alt === undefined ? { url } : { url, alt };
}

function altOf(node: Node): string | undefined {
  const text = textOf(findChild(node, 'media:description', 'media:title'));
  return text === '' ? undefined : text;
}
