// A form of text fields, in Discord's own JSON and within its limits.

import { type APILabelComponent, ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { FormView } from '../kit/message.ts';
import { cutText } from './text.ts';

/** @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal */
const titleLimit = 45;
/** Label and description of a field. @see https://docs.discord.com/developers/components/reference#label-label-structure */
const labelLimit = 45;
const descriptionLimit = 100;

export interface TextField {
  /** The custom_id under which what was typed comes back. */
  readonly name: string;
  readonly label: string;
  /** A line that says how to fill it in. */
  readonly description?: string;
  /** What stands there already; may be empty. */
  readonly value: string;
  /** Characters that may be typed. */
  readonly limit: number;
  readonly isRequired?: boolean;
  /** Several lines high. */
  readonly isTall?: boolean;
}

/** @param customId from kit/customId. @param fields at most five */
export function formOf(customId: string, title: string, fields: readonly TextField[]): FormView {
  return { custom_id: customId, title: cutText(title, titleLimit), components: fields.map(labelled) };
}

function labelled({ label, description, ...field }: TextField): APILabelComponent {
  const { name, value, limit, isRequired = false, isTall = false } = field;
  return {
    type: ComponentType.Label,
    label: cutText(label, labelLimit),
    ...(description === undefined ? {} : { description: cutText(description, descriptionLimit) }),
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: isTall ? TextInputStyle.Paragraph : TextInputStyle.Short,
      max_length: limit,
      required: isRequired,
      ...(value === '' ? {} : { value: cutText(value, limit) }),
    },
  };
}
