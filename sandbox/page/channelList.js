import { element } from './element.js';
import { ANNOUNCEMENT, FORUM, listVisibleChannels, THREAD } from './view.js';

/**
 * @typedef {import('./view.js').Channel} Channel
 * @typedef {import('./view.js').View} View
 */

/** @type {Record<number, { sign: string, name: string }>} */
const KINDS = {
  0: { sign: '#', name: 'text channel' },
  [ANNOUNCEMENT]: { sign: '≡', name: 'announcement channel' },
  [THREAD]: { sign: '↳', name: 'thread' },
  [FORUM]: { sign: '▤', name: 'forum' },
};

/**
 * The channels which the chosen person may see, each with its threads.
 * @param {View} view
 */
export function renderChannelList(view) {
  const channels = listVisibleChannels(view);
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

/** @param {Channel} channel @param {View} view */
function renderLink(channel, view) {
  const isOpen = channel.id === view.channelId;
  const kind = KINDS[channel.type] ?? { sign: '#', name: 'channel' };
  return element(
    'button',
    {
      type: 'button',
      class: channel.archived ? 'channel archived' : 'channel',
      'aria-current': isOpen ? 'page' : undefined,
      'aria-label': `${channel.name}, ${kind.name}${channel.archived ? ', archived' : ''}`,
      title: channel.name,
      onclick: () => view.openChannel(channel.id),
    },
    element('span', { class: 'channel-sign', 'aria-hidden': 'true' }, kind.sign),
    element('span', { class: 'channel-name' }, channel.name),
  );
}
