// A form that the bot asks to be shown. Labels (18) hold a text field (4) or a menu (3, 5 to 8); older forms put text fields in rows (1).
import { element } from './element.js';
import { renderMarkdown } from './renderMarkdown.js';
import { listVisibleChannels } from './view.js';

const PARAGRAPH = 2;

/**
 * @typedef {Record<string, any>} Component
 * @param {any} modal
 * @param {import('./view.js').View} view
 * @param {(fields: Record<string, string | string[]>) => void} onSubmit
 */
export function openModalDialog(modal, view, onSubmit) {
  /** @type {Map<string, () => string | string[]>} */
  const readers = new Map();
  const rows = (modal.components ?? []).map((/** @type {Component} */ component) =>
    renderRow(component, view, readers),
  );
  const cancel = element('button', { type: 'button', class: 'button secondary' }, 'Cancel');
  const submit = element('button', { type: 'submit', class: 'button primary' }, 'Submit');
  const form = element(
    'form',
    {},
    element('h2', {}, modal.title ?? 'Form'),
    element('div', { class: 'fields' }, ...rows),
    element('div', { class: 'action-row' }, submit, cancel),
  );
  const dialog = element('dialog', { 'aria-label': modal.title ?? 'Form' }, form);
  cancel.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = Object.fromEntries([...readers].map(([id, read]) => [id, read()]));
    dialog.close();
    onSubmit(fields);
  });
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * @param {Component} row
 * @param {import('./view.js').View} view
 * @param {Map<string, () => string | string[]>} readers
 */
function renderRow(row, view, readers) {
  if (row.type === 10) return renderMarkdown(row.content, view);
  const control = row.component ?? row.components?.[0] ?? {};
  const id = `modal-${control.custom_id}`;
  const { node, read } = control.type === 4 ? textField(control, id) : menuField(control, id, view);
  if (row.description) node.setAttribute('aria-describedby', `${id}-hint`);
  readers.set(control.custom_id, read);
  const label = element('label', { for: id }, row.label ?? control.label ?? 'Answer');
  const hint = row.description ? element('p', { class: 'hint-text', id: `${id}-hint` }, row.description) : undefined;
  return element('div', { class: 'field-row' }, label, node, hint);
}

/** @param {Component} control @param {string} id */
function textField(control, id) {
  const shared = {
    id,
    required: control.required !== false,
    minlength: control.min_length,
    maxlength: control.max_length,
    placeholder: control.placeholder,
  };
  const node =
    control.style === PARAGRAPH
      ? element('textarea', { ...shared, rows: 4 })
      : element('input', { ...shared, type: 'text' });
  node.value = control.value ?? '';
  return { node, read: () => node.value };
}

/** @param {Component} control @param {string} id @param {import('./view.js').View} view */
function menuField(control, id, view) {
  /** @type {Record<number, () => { name: string, id: string }[]>} */
  const lists = { 5: () => view.state.users, 6: () => view.state.roles ?? [], 8: () => listVisibleChannels(view) };
  const named = lists[control.type]?.().map((entry) => ({ label: entry.name, value: entry.id, default: false }));
  const isMultiple = (control.max_values ?? 1) > 1;
  const node = element('select', { id, required: control.required !== false, multiple: isMultiple });
  if (!isMultiple) node.append(new Option(control.placeholder ?? 'Choose …', ''));
  for (const option of named ?? control.options ?? []) {
    node.append(new Option(option.label, option.value, option.default === true, option.default === true));
  }
  return { node, read: () => [...node.selectedOptions].map((option) => option.value).filter((value) => value !== '') };
}
