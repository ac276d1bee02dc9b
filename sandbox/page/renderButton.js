import { element } from './element.js';
import { sendAction } from './sandboxApi.js';

const LINK_STYLE = 5;
/** @type {Record<number, string>} */
const STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'secondary' };

/**
 * @param {Record<string, any>} button
 * @param {any} message the message that holds it
 * @param {import('./view.js').View} view
 */
export function renderButton(button, message, view) {
  const emoji = button.emoji?.id ? '' : (button.emoji?.name ?? '');
  const label = [emoji, button.label].filter(Boolean).join(' ') || 'Button';
  const style = `button ${STYLES[button.style] ?? 'secondary'}`;
  if (button.style === LINK_STYLE) {
    const isWeb = /^https?:\/\//i.test(button.url ?? '');
    const arrow = element('span', { 'aria-hidden': 'true', class: 'arrow' }, '↗');
    return element(
      'a',
      { class: style, href: isWeb ? button.url : undefined, target: '_blank', rel: 'noopener noreferrer' },
      label,
      arrow,
    );
  }
  const node = element('button', { type: 'button', class: style, disabled: button.disabled === true }, label);
  node.addEventListener('click', async () => {
    node.disabled = true;
    const click = { user: view.userId, messageId: message.id, customId: button.custom_id };
    await view.run(() => sendAction('click', click), message.id);
    node.disabled = button.disabled === true;
  });
  return node;
}
