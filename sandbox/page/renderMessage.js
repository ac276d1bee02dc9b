import { element } from './element.js';
import { renderComponent } from './renderComponent.js';
import { renderEmbed } from './renderEmbed.js';
import { renderMarkdown } from './renderMarkdown.js';
import { renderMessageMenu } from './renderMessageMenu.js';
import { renderThreadLink } from './renderThreadLink.js';

const CLOCK = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const LOADING_FLAG = 128;

/**
 * One message: author, text, embeds, components, and the thread that hangs on it.
 * @param {any} message
 * @param {import('./view.js').Channel | undefined} thread
 * @param {import('./view.js').View} view
 */
export function renderMessage(message, thread, view) {
  const isBot = message.author?.bot === true || message.author?.id === view.state.botUser.id;
  const name = message.author?.global_name ?? message.author?.username ?? 'unknown';
  const head = element(
    'div',
    { class: 'message-head' },
    element('strong', { class: isBot ? 'author is-bot' : 'author' }, name),
    isBot ? element('span', { class: 'tag' }, 'BOT') : undefined,
    element('time', { datetime: message.timestamp }, CLOCK.format(new Date(message.timestamp))),
    message.edited_timestamp ? element('span', { class: 'edited' }, '(edited)') : undefined,
    renderMessageMenu(message, view),
  );
  const body = element('div', { class: 'message-body' }, renderOrigin(message), head);
  if (((message.flags ?? 0) & LOADING_FLAG) !== 0)
    body.append(element('p', { class: 'subtext' }, `${name} is thinking …`));
  if (message.content) body.append(renderMarkdown(message.content, view));
  for (const embed of message.embeds ?? []) body.append(renderEmbed(embed, message, view));
  for (const component of message.components ?? []) body.append(renderComponent(component, message, view));
  if (thread !== undefined) body.append(renderThreadLink(thread, view));
  if (message.visibleTo) body.append(element('p', { class: 'only-you' }, 'Only you can see this'));
  const avatar = element(
    'div',
    { class: isBot ? 'avatar is-bot' : 'avatar', 'aria-hidden': 'true' },
    name.slice(0, 1).toUpperCase(),
  );
  return element(
    'article',
    { class: message.visibleTo ? 'message private' : 'message', 'aria-label': `Message from ${name}` },
    avatar,
    body,
  );
}

/** @param {any} message */
function renderOrigin(message) {
  const origin = message.interaction_metadata ?? message.interaction;
  const name = message.interaction?.name ?? origin?.name;
  if (!origin?.user || !name) return '';
  return element('p', { class: 'origin' }, `${origin.user.global_name ?? origin.user.username} used /${name}`);
}
