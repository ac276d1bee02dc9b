import { element } from './element.js';
import { renderMarkdown } from './renderMarkdown.js';
import { renderMedia } from './renderMedia.js';

/**
 * An embed of the older kind.
 * @param {Record<string, any>} embed
 * @param {any} message the message that holds it
 * @param {import('./view.js').View} view
 */
export function renderEmbed(embed, message, view) {
  const box = element('div', { class: 'container accented embed' });
  if (typeof embed.color === 'number')
    box.style.setProperty('--accent', `#${embed.color.toString(16).padStart(6, '0')}`);
  if (embed.author?.name) box.append(element('p', { class: 'subtext' }, embed.author.name));
  if (embed.title) {
    const isWeb = /^https?:\/\//i.test(embed.url ?? '');
    const title = isWeb
      ? element('a', { href: embed.url, target: '_blank', rel: 'noopener noreferrer' }, embed.title)
      : embed.title;
    box.append(element('h4', { class: 'heading-3' }, title));
  }
  if (embed.description) box.append(renderMarkdown(embed.description, view));
  for (const field of embed.fields ?? []) {
    box.append(
      element('div', { class: 'field' }, element('strong', {}, field.name), renderMarkdown(field.value, view)),
    );
  }
  const image = embed.image ?? embed.thumbnail;
  if (image?.url) box.append(renderMedia({ media: image }, 'gallery-item', message.attachments));
  if (embed.footer?.text) box.append(element('p', { class: 'subtext' }, embed.footer.text));
  return box;
}
