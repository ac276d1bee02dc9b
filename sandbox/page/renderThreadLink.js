import { element } from './element.js';

/**
 * A button that opens a thread, with the number of its messages and the tags of a forum's post.
 * @param {import('./view.js').Channel} thread
 * @param {import('./view.js').View} view
 */
export function renderThreadLink(thread, view) {
  const count = thread.messageCount === 1 ? '1 message' : `${thread.messageCount} messages`;
  const about = [count, ...(thread.archived ? ['archived'] : []), 'open the discussion'].join(' · ');
  const tags = thread.tags.map((name) => element('span', { class: 'post-tag' }, name));
  return element(
    'button',
    { type: 'button', class: 'thread-link', onclick: () => view.openChannel(thread.id) },
    element('strong', {}, thread.name),
    element('span', { class: 'thread-count' }, about),
    tags.length === 0 ? undefined : element('span', { class: 'post-tags' }, ...tags),
  );
}
