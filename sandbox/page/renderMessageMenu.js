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
  const items = commands.map((/** @type {any} */ { name }) => {
    const use = () =>
      view.run(() => sendAction('menu', { user: view.userId, messageId: message.id, name }), message.id);
    return element('button', { type: 'button', class: 'button secondary', onclick: use }, name);
  });
  const summary = element('summary', { 'aria-label': 'Message menu', title: 'Message menu' }, '⋯');
  return element(
    'details',
    { class: 'message-menu' },
    summary,
    element('div', { class: 'message-menu-items' }, ...items),
  );
}
