import { element } from './element.js';
import { sendAction } from './sandboxApi.js';
import { listVisibleChannels } from './view.js';

/**
 * A select menu: of strings (3), people (5), roles (6), both (7) or channels (8). Where several values may be chosen, a button
 * beside it sends them.
 * @param {Record<string, any>} select
 * @param {any} message the message that holds it
 * @param {import('./view.js').View} view
 */
export function renderSelect(select, message, view) {
  const label = select.placeholder || 'Choose';
  const options = listOptions(select, view);
  const isMultiple = (select.max_values ?? 1) > 1;
  const menu = element('select', {
    class: 'select',
    'aria-label': label,
    disabled: select.disabled === true,
    multiple: isMultiple,
  });
  if (!isMultiple) menu.append(new Option(label, '', true, true));
  for (const option of options) {
    const text = option.description ? `${option.label} – ${option.description}` : option.label;
    menu.append(new Option(text, option.value, option.isDefault, option.isDefault));
  }
  if (isMultiple) menu.size = Math.min(5, Math.max(2, options.length));
  const send = async () => {
    const values = [...menu.selectedOptions].map((option) => option.value).filter((value) => value !== '');
    if (values.length < (select.min_values ?? 1)) return;
    menu.disabled = true;
    const click = { user: view.userId, messageId: message.id, customId: select.custom_id, values };
    await view.run(() => sendAction('click', click), message.id);
    menu.disabled = select.disabled === true;
  };
  if (!isMultiple) {
    menu.addEventListener('change', send);
    menu.addEventListener('keydown', openInsteadOfChoosing);
    return menu;
  }
  return element(
    'div',
    { class: 'select-many' },
    menu,
    element('button', { type: 'button', class: 'button secondary', onclick: send }, 'Choose'),
  );
}

/**
 * In a closed menu a key would choose at once, and send it; opened, people look first and choose with Enter.
 * @param {KeyboardEvent} event
 */
function openInsteadOfChoosing(event) {
  const isMove = /^(Arrow|Page|Home|End)/.test(event.key);
  const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
  if (!isMove && !isLetter) return;
  event.preventDefault();
  /** @type {HTMLSelectElement} */ (event.currentTarget).showPicker?.();
}

/**
 * @param {Record<string, any>} select
 * @param {import('./view.js').View} view
 * @returns {{ label: string, value: string, description?: string, isDefault: boolean }[]}
 */
function listOptions(select, view) {
  const chosen = new Set((select.default_values ?? []).map((/** @type {any} */ value) => value.id));
  /** @param {{ id: string, name: string }[]} entries @param {string} sign */
  const named = (entries, sign) =>
    entries.map(({ id, name }) => ({ label: `${sign}${name}`, value: id, isDefault: chosen.has(id) }));
  switch (select.type) {
    case 5:
      return named(view.state.users, '@');
    case 6:
      return named(view.state.roles ?? [], '@');
    case 7:
      return [...named(view.state.users, '@'), ...named(view.state.roles ?? [], '@')];
    case 8: {
      const kinds = select.channel_types;
      return named(
        listVisibleChannels(view).filter((channel) => !kinds?.length || kinds.includes(channel.type)),
        '#',
      );
    }
    default:
      return (select.options ?? []).map((/** @type {any} */ option) => ({
        ...option,
        isDefault: option.default === true,
      }));
  }
}
