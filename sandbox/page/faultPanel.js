// Makes the local Discord fail in the ways the real one does, and tells what the bot made of it.
import { element } from './element.js';
import { sendAction } from './sandboxApi.js';

/** @type {Record<string, { title: string, about: string, struck: string }>} */
const TROUBLES = {
  rateLimit: {
    title: 'Too many requests (429)',
    about: 'Discord refuses the next post for a second. The bot waits.',
    struck: 'refused a post: too many requests',
  },
  serverError: {
    title: 'Discord is broken (503)',
    about: 'The next post fails. The bot tries again a few seconds later.',
    struck: 'failed at a post: 503',
  },
  lostAnswer: {
    title: 'A lost answer',
    about: 'The next post arrives, its answer does not. The bot must not post twice.',
    struck: 'carried out a post, and the answer was lost',
  },
  gatewayDrop: {
    title: 'The connection drops',
    about: 'The live connection breaks now. The bot connects again.',
    struck: 'cut the live connection',
  },
};
const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

/** @param {HTMLElement} target */
export function createFaultPanel(target) {
  /** @type {import('./view.js').View} */
  let view;
  const cards = Object.entries(TROUBLES).map(([name, words]) => {
    const id = `fault-${name}`;
    const status = element('span', { class: 'fault-status', role: 'status' });
    const start = () => view.run(() => sendAction('trouble', { name }));
    const button = element(
      'button',
      { type: 'button', class: 'button secondary', 'aria-describedby': id, onclick: start },
      words.title,
    );
    const node = element('li', {}, button, status, element('p', { class: 'hint-text', id }, words.about));
    return { name, node, status };
  });
  const calm = element(
    'button',
    { type: 'button', class: 'button secondary', onclick: () => view.run(() => sendAction('calm', {})) },
    'Take all trouble away',
  );
  const list = element('ol');
  const log = element('div', { class: 'fault-log', role: 'log', 'aria-label': 'What happened', tabindex: 0 }, list);
  target.append(element('ul', { class: 'faults' }, ...cards.map((card) => card.node)), calm, log);

  let drawnCount = 0;
  /** @param {import('./view.js').View} next */
  return (next) => {
    view = next;
    const { waiting, log: entries } = view.state.trouble;
    for (const { name, status } of cards) {
      const text = waiting[name] ? sayWaiting(waiting[name]) : '';
      if (status.textContent !== text) status.textContent = text;
    }
    calm.hidden = Object.values(waiting).every((count) => count === 0);
    log.hidden = entries.length === 0;
    // Only what is new is added, so that a screen reader reads it once.
    list.append(...entries.slice(drawnCount).map(renderEntry));
    if (entries.length > drawnCount) log.scrollTop = log.scrollHeight;
    drawnCount = entries.length;
  };
}

/** @param {number} count */
function sayWaiting(count) {
  const what = count === 1 ? 'the next post' : `the next ${count} posts`;
  return `Waits for ${what}. Publish an article.`;
}

/** @param {{ kind: string, what: 'struck' | 'looked' | 'recovered', at: number, afterMs?: number }} entry */
function renderEntry({ kind, what, at, afterMs = 0 }) {
  const clock = element('time', { datetime: new Date(at).toISOString() }, CLOCK.format(at));
  return element('li', { class: what }, clock, ` ${sayEntry(kind, what, `${(afterMs / 1000).toFixed(1)} s`)}`);
}

/** @param {string} kind @param {string} what @param {string} seconds */
function sayEntry(kind, what, seconds) {
  if (what === 'struck') return `Discord ${TROUBLES[kind]?.struck}.`;
  if (what === 'looked') return `The bot looked whether its post is there, ${seconds} later, and it is.`;
  if (kind === 'gatewayDrop') return `The bot is connected again, after ${seconds}.`;
  return `The bot tried again and it worked, ${seconds} later.`;
}
