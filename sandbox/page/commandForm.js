// A form for the commands that the bot has registered. It is drawn again only when the commands, the people or the channels change,
// so that nobody loses what they were typing because a message arrived.
import { element } from './element.js';
import { listCommands, nestOptions } from './listCommands.js';
import { createOptionField } from './optionField.js';
import { sendAction } from './sandboxApi.js';

/**
 * @typedef {import('./view.js').View} View
 * @typedef {import('./optionField.js').OptionField} OptionField
 */

/** @param {HTMLElement} target */
export function createCommandForm(target) {
  const menu = element('select', { id: 'command' });
  const about = element('p', { class: 'hint-text', id: 'command-hint' });
  const fieldBox = element('div', { class: 'fields' });
  const button = element('button', { type: 'submit', class: 'button primary' }, 'Run');
  const form = element('form', {}, element('label', { for: 'command' }, 'Command'), menu, about, fieldBox, button);
  menu.setAttribute('aria-describedby', about.id);
  target.append(form);
  /** @type {View} */
  let view;
  /** @type {import('./listCommands.js').CommandEntry[]} */
  let entries = [];
  /** @type {OptionField[]} */
  let fields = [];
  let drawnKey = '';

  const chosen = () => entries.find((entry) => entry.title === menu.value);
  /** @param {string} [focused] @param {string} [text] */
  const readOptions = (focused, text) =>
    fields.flatMap(({ name, type, read }) => {
      if (name === focused) return [{ name, type, value: text, focused: true }];
      const value = read();
      return value === undefined ? [] : [{ name, type, value }];
    });
  /** @param {string} name @param {string} text */
  const suggest = async (name, text) => {
    const entry = chosen();
    if (entry === undefined) return [];
    const call = nestOptions(entry, readOptions(name, text));
    const answer = await sendAction('autocomplete', { user: view.userId, channel: view.channelId, ...call });
    return answer.choices ?? [];
  };
  const readFiles = async () => {
    /** @type {Record<string, { filename: string, contentType: string, content: string }>} */
    const files = {};
    for (const { name, readFile } of fields) {
      const file = readFile();
      if (file !== undefined) files[name] = { filename: file.name, contentType: file.type, content: await file.text() };
    }
    return files;
  };
  const drawFields = () => {
    const entry = chosen();
    about.textContent = entry?.description ?? '';
    fields = (entry?.options ?? []).map((option) => createOptionField(option, view, suggest));
    fieldBox.replaceChildren(...fields.map((field) => field.node));
    button.disabled = entry === undefined;
  };
  menu.addEventListener('change', drawFields);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const entry = chosen();
    if (entry === undefined) return;
    button.disabled = true;
    button.textContent = 'Running …';
    const call = { ...nestOptions(entry, readOptions()), files: await readFiles() };
    await view.run(() => sendAction('slash', { user: view.userId, channel: view.channelId, ...call }));
    button.disabled = false;
    button.textContent = 'Run';
  });

  return {
    /** @param {View} next */
    update(next) {
      view = next;
      const { commands, channels, users, roles } = next.state;
      const places = channels.map((/** @type {any} */ channel) => [channel.id, channel.name]);
      const key = JSON.stringify([commands, places, users, roles, next.userId]);
      if (key === drawnKey) return;
      drawnKey = key;
      const mayModerate = users.some((/** @type {any} */ user) => user.id === next.userId && user.isModerator);
      entries = listCommands(commands).filter((entry) => mayModerate || !entry.forModerators);
      const kept = menu.value;
      menu.replaceChildren(...entries.map((entry) => new Option(entry.title, entry.title)));
      if (entries.length === 0) menu.append(new Option('No commands yet', ''));
      if (entries.some((entry) => entry.title === kept)) menu.value = kept;
      drawFields();
    },
    /** @param {string} name as in `</name:id>`, without the slash */
    choose(name) {
      const entry =
        entries.find(({ title }) => title === `/${name}`) ?? entries.find(({ title }) => title.startsWith(`/${name} `));
      if (entry === undefined) return;
      menu.value = entry.title;
      drawFields();
      menu.scrollIntoView({ block: 'nearest' });
      (fieldBox.querySelector('input, select') ?? button).focus();
    },
  };
}
