import { addArrowKeys } from './arrowKeys.js';
import { element } from './element.js';
import { ANNOUNCEMENT, DIRECT, FORUM, listVisibleChannels, listVisibleMessages, THREAD } from './view.js';

/**
 * @typedef {import('./view.js').Channel} Channel
 * @typedef {import('./view.js').View} View
 */

/** @type {Record<number, { sign: string, name: string }>} */
const KINDS = {
  0: { sign: '#', name: 'text channel' },
  [DIRECT]: { sign: '✉', name: 'direct messages' },
  [ANNOUNCEMENT]: { sign: '≡', name: 'announcement channel' },
  [THREAD]: { sign: '↳', name: 'thread' },
  [FORUM]: { sign: '▤', name: 'forum' },
};

/**
 * The channels which the chosen person may see, each with its threads and how much is new there since the person looked.
 * @param {HTMLElement} target
 */
export function createChannelList(target) {
  addArrowKeys(target);
  const countNew = createNewCounter();
  let drawnKey = '';
  /** @param {View} view */
  return (view) => {
    const channels = listVisibleChannels(view).map((channel) => ({ ...channel, newCount: countNew(channel, view) }));
    const key = JSON.stringify([channels, view.channelId]);
    if (key === drawnKey) return;
    drawnKey = key;
    const focused = target.contains(document.activeElement) ? document.activeElement : undefined;
    const id = /** @type {HTMLElement | undefined} */ (focused)?.dataset.channel;
    target.replaceChildren(renderList(channels, view));
    if (id) /** @type {HTMLElement | null} */ (target.querySelector(`[data-channel="${id}"]`))?.focus();
  };
}

/** What was there when the page was opened is not new. */
function createNewCounter() {
  /** @type {Map<string, number>} */
  const seen = new Map();
  /** @type {Set<string>} */
  const known = new Set();
  /** @param {Channel} channel @param {View} view */
  return (channel, view) => {
    const count = listVisibleMessages(view, channel.id).length;
    if (!known.has(view.userId)) {
      known.add(view.userId);
      for (const one of listVisibleChannels(view))
        seen.set(`${view.userId}/${one.id}`, listVisibleMessages(view, one.id).length);
    }
    const key = `${view.userId}/${channel.id}`;
    if (channel.id === view.channelId) seen.set(key, count);
    return Math.max(0, count - (seen.get(key) ?? 0));
  };
}

/** @typedef {Channel & { newCount: number }} Listed */
/** @param {Listed[]} channels @param {View} view */
function renderList(channels, view) {
  const ids = new Set(channels.map((channel) => channel.id));
  const tops = channels.filter((channel) => channel.type in KINDS && channel.type !== THREAD);
  const strays = channels.filter((channel) => channel.type === THREAD && !ids.has(channel.parentId ?? ''));
  const items = [...tops, ...strays].map((channel) => {
    const threads = channels.filter((thread) => thread.type === THREAD && thread.parentId === channel.id);
    const list =
      threads.length === 0
        ? undefined
        : element('ul', {}, ...threads.map((thread) => element('li', {}, renderLink(thread, view))));
    return element('li', {}, renderLink(channel, view), list);
  });
  return element('ul', { class: 'channels' }, ...items);
}

/** @param {Listed} channel @param {View} view */
function renderLink(channel, view) {
  const kind = KINDS[channel.type] ?? { sign: '#', name: 'channel' };
  const about = [kind.name, ...(channel.archived ? ['archived'] : [])].join(', ');
  const count =
    channel.newCount > 0
      ? element('span', { class: 'new-count' }, String(channel.newCount), unseen(' new'))
      : undefined;
  return element(
    'button',
    {
      type: 'button',
      class: channel.archived ? 'channel archived' : 'channel',
      'data-channel': channel.id,
      'aria-current': channel.id === view.channelId ? 'page' : undefined,
      title: channel.name,
      onclick: () => view.openChannel(channel.id),
    },
    element('span', { class: 'channel-sign', 'aria-hidden': 'true' }, kind.sign),
    element('span', { class: 'channel-name' }, channel.name),
    unseen(`, ${about}${count ? ', ' : ''}`),
    count,
  );
}

/** Read out only: the eye has a sign or a colour for it. @param {string} text */
function unseen(text) {
  return element('span', { class: 'unseen' }, text);
}
