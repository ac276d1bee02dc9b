import { element } from './element.js';
import { nestOptions } from './listCommands.js';
import { createOptionField } from './optionField.js';
import { sendAction } from './sandboxApi.js';

/**
 * The options of one command as a form. It is drawn once: what people are typing is never taken from them because a message arrived.
 * @param {import('./listCommands.js').CommandEntry} entry
 * @param {import('./view.js').View} view
 * @param {{ close: () => void, back: () => void }} leave
 */
export function renderCommandForm(entry, view, leave) {
  const place = { user: view.userId, channel: view.channelId };
  const fields = entry.options.map((option) => createOptionField(option, view, suggest));

  /** @param {string} [focused] @param {string} [text] */
  function readOptions(focused, text) {
    return fields.flatMap(({ name, type, read }) => {
      if (name === focused) return [{ name, type, value: text, focused: true }];
      const value = read();
      return value === undefined ? [] : [{ name, type, value }];
    });
  }
  /** @param {string} name @param {string} text */
  async function suggest(name, text) {
    const answer = await sendAction('autocomplete', { ...place, ...nestOptions(entry, readOptions(name, text)) });
    return answer.choices ?? [];
  }
  async function readFiles() {
    /** @type {Record<string, { filename: string, contentType: string, content: string }>} */
    const files = {};
    for (const { name, readFile } of fields) {
      const file = readFile();
      if (file !== undefined) files[name] = { filename: file.name, contentType: file.type, content: await file.text() };
    }
    return files;
  }

  const submit = element('button', { type: 'submit', class: 'button primary' }, 'Run');
  const back = element('button', { type: 'button', class: 'button secondary', onclick: leave.back }, 'All commands');
  const cancel = element('button', { type: 'button', class: 'button secondary', onclick: leave.close }, 'Cancel');
  const form = element(
    'form',
    { class: 'command-form' },
    element('h2', {}, entry.title),
    element('p', { class: 'hint-text' }, entry.description),
    element('div', { class: 'fields' }, ...fields.map((field) => field.node)),
    element('div', { class: 'notice', role: 'status' }),
    element('div', { class: 'action-row' }, submit, back, cancel),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    submit.disabled = true;
    submit.textContent = 'Running …';
    await view.run(async () => {
      const call = { ...nestOptions(entry, readOptions()), files: await readFiles() };
      const answer = await sendAction('slash', { ...place, ...call });
      // Before a form of the bot opens, so that the focus goes there.
      leave.close();
      return answer;
    });
    submit.disabled = false;
    submit.textContent = 'Run';
  });
  return form;
}
