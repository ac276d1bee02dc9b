import { element } from './element.js';
import { mediaAddress } from './mediaAddress.js';

/**
 * A picture, or a box with its description where the picture cannot be loaded.
 * @param {{ media: { url: string }, description?: string | null, spoiler?: boolean }} item
 * @param {string} className
 * @param {{ filename: string, url: string }[]} [attachments]
 * @returns {HTMLElement}
 */
export function renderMedia(item, className, attachments) {
  const description = item.description ?? '';
  const missing = () =>
    element('div', { class: `${className} media-missing` }, description === '' ? 'Picture' : `Picture: ${description}`);
  const source = mediaAddress(item.media?.url, attachments);
  if (source === undefined) return missing();
  const image = element('img', { class: className, src: source, alt: description, title: description || undefined });
  image.addEventListener('error', () => image.replaceWith(missing()));
  return image;
}
