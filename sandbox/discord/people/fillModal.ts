// A form as the bot showed it, filled in with what a person enters.

import type { Json } from '../payloads/componentPayload.ts';
import type { Named } from '../payloads/interactionPayload.ts';
import type { ModalInput } from './inputs.ts';

const textInput = 4;

/** What a select's values name, by the select's type. */
export const selectNames: Readonly<Record<number, keyof Named>> = { 5: 'users', 6: 'roles', 8: 'channels' };

/** @throws Error when a required field is left empty or a field does not exist. */
export function fillModal(modal: Json, fields: ModalInput['fields']): { components: Json[]; named: Named } {
  const named = { users: [] as string[], roles: [] as string[], channels: [] as string[] };
  const asked = new Set<string>();
  const enter = (field: Json): Json => {
    const customId = String(field.custom_id);
    asked.add(customId);
    const given = fields[customId] ?? '';
    if (given.length === 0 && field.required !== false) throw new Error(`field "${customId}" of the form is required`);
    const about = { type: field.type, id: field.id ?? 1, custom_id: customId };
    if (field.type === textInput) return { ...about, value: checkText(customId, field, String(given)) };
    const values = [given].flat().filter((value) => value !== '');
    const kind = selectNames[Number(field.type)];
    if (kind) named[kind].push(...values);
    return { ...about, values };
  };
  const components = ((modal.components ?? []) as Json[]).map((one) => fillIn(one, enter));
  const unknown = Object.keys(fields).find((customId) => !asked.has(customId));
  if (unknown !== undefined) throw new Error(`the form has no field "${unknown}"`);
  return { components, named };
}

/** A row (1) holds its field in a list, a label (18) holds one; text (10) asks nothing. */
function fillIn(shown: Json, enter: (field: Json) => Json): Json {
  const { type, id, components, component } = shown;
  if (Array.isArray(components)) return { type, id: id ?? 1, components: components.map(enter) };
  return { type, id: id ?? 1, ...(component ? { component: enter(component as Json) } : {}) };
}

function checkText(customId: string, field: Json, text: string): string {
  const [least, most] = [Number(field.min_length ?? 0), Number(field.max_length ?? 4000)];
  if (text.length > most || (text.length > 0 && text.length < least)) {
    throw new Error(`field "${customId}" of the form takes ${least} to ${most} characters, not ${text.length}`);
  }
  return text;
}
