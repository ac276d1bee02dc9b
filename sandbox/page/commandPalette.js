// Every command the bot has registered and this person may use, found by typing; then the form of the one that was chosen.
import { nextPosition } from './arrowKeys.js';
import { renderCommandForm } from './commandForm.js';
import { element } from './element.js';
import { listCommands } from './listCommands.js';

/**
 * @typedef {import('./view.js').View} View
 * @typedef {import('./listCommands.js').CommandEntry} CommandEntry
 */

/** @param {() => View} readView what the page shows when it is asked */
export function createCommandPalette(readView) {
  const dialog = element('dialog', { class: 'palette', 'aria-label': 'Run a command' });
  document.body.append(dialog);
  /** @param {CommandEntry} entry */
  const showForm = (entry) => {
    dialog.replaceChildren(renderCommandForm(entry, readView(), { close: () => dialog.close(), back: showSearch }));
    /** @type {HTMLElement | null} */ (dialog.querySelector('.fields input, .fields select, [type="submit"]'))?.focus();
  };
  const showSearch = () => {
    const search = renderSearch(listFor(readView()), showForm, () => dialog.close());
    dialog.replaceChildren(search.node);
    search.input.focus();
  };
  const open = () => {
    if (!dialog.open) dialog.showModal();
  };
  // A click beside the dialog closes it, as people expect of a palette.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return {
    open() {
      open();
      showSearch();
    },
    /** @param {string} name as in `</name:id>`, without the slash */
    choose(name) {
      const entries = listFor(readView());
      const entry =
        entries.find(({ title }) => title === `/${name}`) ?? entries.find(({ title }) => title.startsWith(`/${name} `));
      open();
      if (entry === undefined) showSearch();
      else showForm(entry);
    },
  };
}

/** @param {View} view */
function listFor({ state, userId }) {
  const mayModerate = state.users.some((/** @type {any} */ user) => user.id === userId && user.isModerator);
  return listCommands(state.commands).filter((entry) => mayModerate || !entry.forModerators);
}

/** @param {CommandEntry[]} entries @param {(entry: CommandEntry) => void} onChoose @param {() => void} onClose */
function renderSearch(entries, onChoose, onClose) {
  const list = element('ul', { id: 'palette-list', class: 'palette-list', role: 'listbox', 'aria-label': 'Commands' });
  const none = element('p', { class: 'empty', role: 'status' });
  const input = element('input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: 'Type a word of the command',
    'aria-label': 'Find a command',
    'aria-autocomplete': 'list',
    'aria-expanded': 'true',
    'aria-controls': list.id,
  });
  /** @type {CommandEntry[]} */
  let found = [];
  let active = 0;
  const mark = () => {
    for (const [at, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(at === active));
    list.children[active]?.scrollIntoView({ block: 'nearest' });
    if (found.length > 0) input.setAttribute('aria-activedescendant', `palette-${active}`);
    else input.removeAttribute('aria-activedescendant');
  };
  const draw = () => {
    const words = input.value.toLowerCase().replaceAll('/', ' ').split(/\s+/).filter(Boolean);
    found = entries.filter(({ title, description }) =>
      words.every((word) => `${title} ${description}`.toLowerCase().includes(word)),
    );
    active = 0;
    list.replaceChildren(
      ...found.map((entry, at) =>
        element(
          'li',
          { role: 'option', id: `palette-${at}`, onclick: () => onChoose(entry) },
          element('strong', {}, entry.title),
          element('span', { class: 'hint-text' }, entry.description),
        ),
      ),
    );
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    none.textContent = found.length > 0 ? '' : sayNone(entries);
    mark();
  };
  input.addEventListener('input', draw);
  input.addEventListener('keydown', (event) => {
    const entry = found[active];
    if (event.key === 'Enter' && entry !== undefined) {
      event.preventDefault();
      onChoose(entry);
    }
    const isInText = event.key === 'Home' || event.key === 'End';
    const to = isInText ? undefined : nextPosition(event.key, active, found.length);
    if (to === undefined) return;
    event.preventDefault();
    active = to;
    mark();
  });
  draw();
  const close = element('button', { type: 'button', class: 'button secondary', onclick: onClose }, 'Close');
  const top = element('div', { class: 'palette-top' }, input, close);
  return { node: element('div', { class: 'palette-search' }, top, list, none), input };
}

/** @param {CommandEntry[]} entries */
function sayNone(entries) {
  return entries.length === 0 ? 'The bot has no commands yet.' : 'No command has these words. Try fewer of them.';
}
