import { element } from './element.js';

const STORAGE_KEY = 'society-bot-sandbox-hint';

/**
 * What to do first. Closing it is remembered by the browser.
 * @param {HTMLElement} target
 */
export function createFirstVisitHint(target) {
  let isClosed = readClosed();
  let drawnKey = '';
  const close = () => {
    isClosed = true;
    target.hidden = true;
    try {
      localStorage.setItem(STORAGE_KEY, 'closed');
    } catch {
      // A browser that keeps nothing shows the hint again next time; that is all.
    }
  };
  /** @param {import('./view.js').View} view */
  return (view) => {
    target.hidden = isClosed;
    const { feedUrl, calendarUrl } = view.state.sandbox ?? {};
    const key = `${feedUrl} ${calendarUrl} ${hasPosted(view)}`;
    if (isClosed || key === drawnKey) return;
    drawnKey = key;
    /** @param {string} name */
    const step = (name) =>
      element('button', { type: 'button', class: 'mention', onclick: () => view.chooseCommand(name) }, `/${name}`);
    const steps = hasPosted(view) ? listSteps(step) : listFirstSteps(step, feedUrl, calendarUrl);
    // On a narrow screen the steps would leave no room for the messages.
    const isOpen = target.querySelector('details')?.open ?? !matchMedia('(max-width: 860px)').matches;
    target.replaceChildren(
      element(
        'details',
        { open: isOpen },
        element('summary', {}, 'Try the bot in four steps'),
        element('ol', {}, ...steps),
      ),
      element('button', { type: 'button', class: 'close', 'aria-label': 'Close these steps', onclick: close }, '×'),
    );
  };
}

/** Then somebody has set the bot up already. @param {import('./view.js').View} view */
function hasPosted({ state }) {
  return Object.values(state.messages).some((list) =>
    list.some((/** @type {any} */ one) => one.author?.bot && !one.visibleTo),
  );
}

/** @param {(name: string) => HTMLElement} step */
function listSteps(step) {
  return [
    element('li', {}, 'Open the discussion below a card, or press a button of the card.'),
    element('li', {}, 'Press “Publish an article” and watch the articles channel.'),
    element('li', {}, 'Run ', step('articles summary'), ' and read what only you can see.'),
    element('li', {}, 'As the moderator run ', step('sources list'), '; as the member see that it is gone.'),
  ];
}

/** @param {(name: string) => HTMLElement} step @param {string} [feedUrl] @param {string} [calendarUrl] */
function listFirstSteps(step, feedUrl, calendarUrl) {
  const address = feedUrl ? element('code', {}, feedUrl) : "the sample feed's address";
  const calendar = calendarUrl
    ? [' For conferences there is also a calendar: ', element('code', {}, calendarUrl), '.']
    : [];
  return [
    element('li', {}, 'As the moderator run ', step('setup'), ' and choose a channel for articles.'),
    element('li', {}, 'Go on and add the site ', address, '.', ...calendar),
    element('li', {}, 'Press “Publish an article” and watch the articles channel.'),
    element('li', {}, 'Run ', step('articles summary'), ' and read what only you can see.'),
  ];
}

function readClosed() {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'closed';
  } catch {
    return false;
  }
}
