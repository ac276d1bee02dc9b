// The messages of the open channel. A message that has not changed keeps its nodes, and with them focus, opened menus and spoilers.
import { element } from './element.js';
import { renderMessage } from './renderMessage.js';
import { renderThreadLink } from './renderThreadLink.js';
import { FORUM, listVisibleMessages, THREAD } from './view.js';

/**
 * @typedef {import('./view.js').Channel} Channel
 * @typedef {import('./view.js').View} View
 */

const NEAR_END_PX = 120;
/** Discord's message type of the empty message that stands for the one a thread hangs on. */
const THREAD_STARTER = 21;

/** @param {HTMLElement} target */
export function createMessageList(target) {
  /** @type {Map<string, { key: string, node: HTMLElement }>} */
  let shown = new Map();
  let shownChannel = '';

  // A box that scrolls must be reachable by keyboard.
  target.tabIndex = 0;
  // Whoever reads at the end stays at the end, also while pictures arrive and the box changes its height.
  let isAtEnd = true;
  const toEnd = () => {
    if (isAtEnd) target.scrollTop = target.scrollHeight;
  };
  let lastTop = 0;
  target.addEventListener('scroll', () => {
    const isNearEnd = target.scrollHeight - target.scrollTop - target.clientHeight < NEAR_END_PX;
    // A picture that arrives moves the end away without anybody scrolling: only upwards means leaving.
    if (isNearEnd) isAtEnd = true;
    else if (target.scrollTop < lastTop) isAtEnd = false;
    lastTop = target.scrollTop;
  });
  target.addEventListener('load', toEnd, true);
  new ResizeObserver(toEnd).observe(target);

  /** @param {View} view */
  return (view) => {
    const isOther = shownChannel !== `${view.channelId}/${view.userId}`;
    if (isOther) shown = new Map();
    const names = JSON.stringify(view.state.channels.map((/** @type {Channel} */ channel) => channel.name));
    const next = new Map();
    for (const message of listMessages(view)) {
      const thread = findThread(message, view);
      const key = JSON.stringify([message, thread, names]);
      const known = shown.get(message.id);
      next.set(message.id, known?.key === key ? known : { key, node: renderMessage(message, thread, view) });
    }
    const nodes = [...next.values()].map((entry) => entry.node);
    placeNodes(target, nodes.length === 0 ? [renderEmpty(view)] : nodes);
    shown = next;
    shownChannel = `${view.channelId}/${view.userId}`;
    isAtEnd ||= isOther;
    toEnd();
  };
}

/** @param {View} view */
function listMessages(view) {
  return listVisibleMessages(view, view.channelId).map((message) =>
    message.type === THREAD_STARTER ? findStarter(message, view.state) : message,
  );
}

/** A discussion begins with the message it hangs on. @param {any} message @param {View['state']} state */
function findStarter(message, state) {
  const { channel_id: channelId, message_id: id } = message.message_reference ?? {};
  return state.messages[channelId]?.find((/** @type {any} */ candidate) => candidate.id === id) ?? message;
}

/** A thread that begins at a message has the message's id. @param {any} message @param {View} view */
function findThread(message, view) {
  const id = message.thread?.id ?? message.id;
  return view.state.channels.find(
    (/** @type {Channel} */ channel) => channel.id === id && channel.parentId === view.channelId,
  );
}

/** Moving a node takes its focus away, so those in place stay. @param {HTMLElement} target @param {HTMLElement[]} nodes */
function placeNodes(target, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...target.children]) if (!wanted.has(/** @type {HTMLElement} */ (child))) child.remove();
  for (const [at, node] of nodes.entries()) {
    if (target.children[at] !== node) target.insertBefore(node, target.children[at] ?? null);
  }
}

/** @param {View} view */
function renderEmpty(view) {
  const channel = view.state.channels.find((/** @type {Channel} */ entry) => entry.id === view.channelId);
  if (channel?.type !== FORUM) return element('p', { class: 'empty' }, 'Nothing has been posted here yet.');
  const posts = view.state.channels.filter(
    (/** @type {Channel} */ entry) => entry.type === THREAD && entry.parentId === channel.id,
  );
  if (posts.length === 0) return element('p', { class: 'empty' }, 'This forum has no posts yet.');
  const links = posts.map((/** @type {Channel} */ post) => element('li', {}, renderThreadLink(post, view)));
  return element('ul', { class: 'posts' }, ...links);
}
