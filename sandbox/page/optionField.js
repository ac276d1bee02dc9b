// A labelled field for one option of a command. The numbers are Discord's option types.
import { createComboBox } from './comboBox.js';
import { element } from './element.js';
import { listVisibleChannels } from './view.js';

const BOOLEAN = 5;
/** @type {Record<number, 'users' | 'roles'>} */
const NAMED = { 6: 'users', 8: 'roles' };
const CHANNEL = 7;
const ATTACHMENT = 11;
const NUMBERS = [4, 10];

/**
 * @typedef {{ name: string, type: number, node: HTMLElement, read: () => string | number | boolean | undefined, readFile: () => File | undefined }} OptionField
 * @param {any} option as the bot registered it
 * @param {import('./view.js').View} view
 * @param {(name: string, text: string) => Promise<{ name: string, value: string | number }[]>} suggest
 * @returns {OptionField}
 */
export function createOptionField(option, view, suggest) {
  const id = `option-${option.name}`;
  const hintId = `${id}-hint`;
  const isRequired = option.required === true;
  const {
    control,
    read,
    readFile = () => undefined,
  } = createControl(option, view, { id, hintId, isRequired }, suggest);
  const label = element(
    'label',
    { for: id },
    option.name,
    isRequired ? '' : element('span', { class: 'optional' }, ' optional'),
  );
  const node = element(
    'div',
    { class: 'field-row' },
    label,
    control,
    element('p', { class: 'hint-text', id: hintId }, option.description),
  );
  return { name: option.name, type: option.type, node, read, readFile };
}

/**
 * @param {any} option
 * @param {import('./view.js').View} view
 * @param {{ id: string, hintId: string, isRequired: boolean }} ids
 * @param {(name: string, text: string) => Promise<{ name: string, value: string | number }[]>} suggest
 * @returns {{ control: HTMLElement, read: OptionField['read'], readFile?: OptionField['readFile'] }}
 */
function createControl(option, view, { id, hintId, isRequired }, suggest) {
  const isNumber = NUMBERS.includes(option.type);
  /** @param {string | number} value */
  const convert = (value) => (value === '' ? undefined : isNumber ? Number(value) : value);
  const entries = listEntries(option, view);
  if (entries !== undefined) {
    const menu = element('select', { id, 'aria-describedby': hintId, required: isRequired });
    menu.append(new Option(isRequired ? 'Choose …' : '(not given)', ''));
    for (const entry of entries) menu.append(new Option(entry.name, String(entry.value)));
    const read = () => (option.type === BOOLEAN && menu.value !== '' ? menu.value === 'true' : convert(menu.value));
    return { control: menu, read };
  }
  if (option.autocomplete === true) {
    const box = createComboBox({ id, describedBy: hintId, isRequired, suggest: (text) => suggest(option.name, text) });
    return { control: box.node, read: () => convert(box.readValue()) };
  }
  if (option.type === ATTACHMENT) {
    const chooser = element('input', { id, type: 'file', 'aria-describedby': hintId, required: isRequired });
    const readFile = () => chooser.files?.[0];
    // The file's id is that of its option: a command has no two of one name.
    return { control: chooser, read: () => (readFile() === undefined ? undefined : option.name), readFile };
  }
  const input = element('input', {
    id,
    type: isNumber ? 'number' : 'text',
    'aria-describedby': hintId,
    required: isRequired,
    autocomplete: 'off',
    min: option.min_value,
    max: option.max_value,
    step: option.type === 10 ? 'any' : undefined,
    minlength: option.min_length,
    maxlength: option.max_length,
  });
  return { control: input, read: () => convert(input.value.trim()) };
}

/**
 * What a menu offers; nothing when the option is typed in.
 * @param {any} option
 * @param {import('./view.js').View} view
 * @returns {{ name: string, value: string | number | boolean }[] | undefined}
 */
function listEntries(option, view) {
  if (option.choices?.length > 0) return option.choices;
  if (option.type === BOOLEAN) {
    return [
      { name: 'Yes', value: true },
      { name: 'No', value: false },
    ];
  }
  if (option.type === CHANNEL) {
    return listVisibleChannels(view)
      .filter((channel) => !option.channel_types?.length || option.channel_types.includes(channel.type))
      .map((channel) => ({ name: `#${channel.name}`, value: channel.id }));
  }
  const list = NAMED[option.type];
  return (
    list &&
    view.state[list].map((/** @type {{ id: string, name: string }} */ entry) => ({
      name: `@${entry.name}`,
      value: entry.id,
    }))
  );
}
