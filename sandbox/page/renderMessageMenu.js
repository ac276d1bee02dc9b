import { addArrowKeys } from './arrowKeys.js';
import { element } from './element.js';
import { sendAction } from './sandboxApi.js';

const MESSAGE_COMMAND = 3;

/**
 * The commands that the bot adds to a message's menu; nothing where it has none, or only for moderators.
 * @param {any} message
 * @param {import('./view.js').View} view
 */
export function renderMessageMenu(message, view) {
  if (message.visibleTo) return undefined;
  const mayModerate = view.state.users.some((/** @type {any} */ user) => user.id === view.userId && user.isModerator);
  const commands = view.state.commands.filter(
    (/** @type {any} */ command) =>
      command.type === MESSAGE_COMMAND && (mayModerate || command.default_member_permissions == null),
  );
  if (commands.length === 0) return undefined;
  const summary = element('summary', { 'aria-label': 'Message menu', title: 'Message menu' }, '⋯');
  const items = commands.map((/** @type {any} */ { name }) => {
    const use = () => {
      menu.open = false;
      summary.focus();
      return view.run(() => sendAction('menu', { user: view.userId, messageId: message.id, name }), message.id);
    };
    return element('button', { type: 'button', class: 'button secondary', onclick: use }, name);
  });
  const list = element('div', { class: 'message-menu-items' }, ...items);
  const menu = element('details', { class: 'message-menu' }, summary, list);
  addArrowKeys(list);
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.preventDefault();
    menu.open = false;
    summary.focus();
  });
  menu.addEventListener('focusout', (event) => {
    if (!menu.contains(/** @type {Node | null} */ (event.relatedTarget))) menu.open = false;
  });
  return menu;
}
