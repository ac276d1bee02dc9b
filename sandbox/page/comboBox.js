import { element } from './element.js';

const PAUSE_MS = 200;

/**
 * A text field with suggestions. What is typed counts as it stands; a chosen suggestion shows its name and counts as its value.
 * @param {{ id: string, describedBy?: string, isRequired: boolean,
 *   suggest: (text: string) => Promise<{ name: string, value: string | number }[]> }} options
 */
export function createComboBox({ id, describedBy, isRequired, suggest }) {
  const list = element('ul', { class: 'suggestions', role: 'listbox', id: `${id}-list`, hidden: true });
  const input = element('input', {
    id,
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
    'aria-describedby': describedBy,
    required: isRequired,
  });
  /** @type {{ name: string, value: string | number } | undefined} */
  let chosen;
  let active = -1;
  let asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const close = () => {
    asked += 1;
    clearTimeout(timer);
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  /** @param {{ name: string, value: string | number }} choice */
  const choose = (choice) => {
    chosen = choice;
    input.value = choice.name;
    close();
  };
  /** @param {{ name: string, value: string | number }[]} choices */
  const show = (choices) => {
    active = -1;
    list.replaceChildren(
      ...choices.map((choice, at) => {
        const item = element('li', { role: 'option', id: `${id}-${at}`, 'aria-selected': 'false' }, choice.name);
        // pointerdown, because the field's blur would close the list before a click arrives.
        item.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          choose(choice);
        });
        item.addEventListener('sandbox-choose', () => choose(choice));
        return item;
      }),
    );
    list.hidden = choices.length === 0;
    if (!list.hidden) list.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-expanded', String(choices.length > 0));
  };
  const ask = () => {
    clearTimeout(timer);
    asked += 1;
    const turn = asked;
    timer = setTimeout(async () => {
      const choices = await suggest(input.value).catch(() => []);
      if (turn === asked) show(choices);
    }, PAUSE_MS);
  };
  /** @param {number} step */
  const move = (step) => {
    const count = list.children.length;
    if (count === 0) return;
    active = (active + step + count) % count;
    for (const [at, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(at === active));
    list.children[active]?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', `${id}-${active}`);
  };
  input.addEventListener('input', () => {
    chosen = undefined;
    ask();
  });
  input.addEventListener('focus', ask);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) ask();
      else move(event.key === 'ArrowDown' ? 1 : active === -1 ? 0 : -1);
    } else if (event.key === 'Enter' && active !== -1) {
      event.preventDefault();
      list.children[active]?.dispatchEvent(new Event('sandbox-choose'));
    } else if (event.key === 'Escape' && !list.hidden) {
      // Only the suggestions go; the dialog around them stays.
      event.preventDefault();
      close();
    }
  });
  return {
    node: element('div', { class: 'combo' }, input, list),
    input,
    readValue: () => chosen?.value ?? input.value.trim(),
  };
}
