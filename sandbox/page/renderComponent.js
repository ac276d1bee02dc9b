// Draws components, v2 and v1. The numbers are Discord's component types: https://discord.com/developers/docs/components/reference
import { element } from './element.js';
import { renderButton } from './renderButton.js';
import { renderMarkdown } from './renderMarkdown.js';
import { renderMedia } from './renderMedia.js';
import { renderSelect } from './renderSelect.js';

/**
 * @typedef {import('./view.js').View} View
 * @typedef {Record<string, any>} Component
 */

/** @type {Record<number, (component: Component, message: any, view: View) => HTMLElement>} */
const RENDERERS = {
  1: (row, message, view) => element('div', { class: 'action-row' }, ...children(row, message, view)),
  2: renderButton,
  3: renderSelect,
  5: renderSelect,
  6: renderSelect,
  7: renderSelect,
  8: renderSelect,
  9: renderSection,
  10: (text, _message, view) => renderMarkdown(text.content, view),
  11: (thumbnail, message) => renderMedia(/** @type {any} */ (thumbnail), 'thumbnail', message.attachments),
  12: renderGallery,
  13: (file, message) => renderFile(file, message),
  14: (separator) =>
    element('div', {
      class: `separator spacing-${separator.spacing ?? 1} ${separator.divider === false ? '' : 'line'}`,
    }),
  17: renderContainer,
};

/**
 * @param {Component} component
 * @param {any} message the message that holds it
 * @param {View} view
 * @returns {HTMLElement}
 */
export function renderComponent(component, message, view) {
  const render = RENDERERS[component.type];
  return (
    render?.(component, message, view) ??
    element('p', { class: 'subtext' }, `Component type ${component.type} is not drawn here.`)
  );
}

/** @param {Component} parent @param {any} message @param {View} view */
function children(parent, message, view) {
  return (parent.components ?? []).map((/** @type {Component} */ child) => renderComponent(child, message, view));
}

/** @param {Component} section @param {any} message @param {View} view */
function renderSection(section, message, view) {
  const text = element('div', { class: 'section-text' }, ...children(section, message, view));
  return element('div', { class: 'section' }, text, renderComponent(section.accessory, message, view));
}

/** @param {Component} gallery @param {any} message */
function renderGallery(gallery, message) {
  const items = gallery.items ?? [];
  const pictures = items.map((/** @type {any} */ item) => renderMedia(item, 'gallery-item', message.attachments));
  return element('div', { class: items.length > 1 ? 'gallery many' : 'gallery' }, ...pictures);
}

/** @param {Component} component @param {any} message */
function renderFile(component, message) {
  const name = String(component.file?.url ?? '').replace('attachment://', '');
  const attachment = (message.attachments ?? []).find((/** @type {any} */ entry) => entry.filename === name);
  const size = attachment?.size ? ` (${Math.ceil(attachment.size / 1024)} kB)` : '';
  return element('div', { class: 'file' }, `File: ${name}${size}`);
}

/** @param {Component} container @param {any} message @param {View} view */
function renderContainer(container, message, view) {
  const box = element('div', { class: 'container' }, ...children(container, message, view));
  const colour = container.accent_color;
  if (typeof colour === 'number') {
    box.classList.add('accented');
    box.style.setProperty('--accent', `#${colour.toString(16).padStart(6, '0')}`);
  }
  return box;
}
