// Remembers the forms that people have open, so that one that is refused can be opened again with what was typed. In memory until it
// is refused: a form that was open while the bot was restarted is refused without the button.

import type { ModalSubmitInteraction } from 'discord.js';
import { ComponentType } from 'discord-api-types/v10';
import type { GuildId, Instant } from '../domain/ids.ts';
import type { FormView } from '../kit/message.ts';
import type { RefusedForms } from '../ports/refusedForms.ts';

/** Forms that may be open at once; of more, the oldest is forgotten. */
const openForms = 1_000;

export interface Retyping {
  opened(userId: string, form: FormView): void;
  /** @returns the id under which it can be opened again; undefined where it is not known what it looked like */
  keep(interaction: ModalSubmitInteraction<'cached'>, now: Instant): Promise<string | undefined>;
}

export function createRetyping(refusedForms: RefusedForms<FormView>): Retyping {
  const opened = new Map<string, FormView>();
  const keyOf = (userId: string, customId: string) => `${userId} ${customId}`;
  return {
    opened(userId, form) {
      const key = keyOf(userId, form.custom_id);
      opened.delete(key);
      opened.set(key, form);
      for (const oldest of opened.keys()) {
        if (opened.size <= openForms) break;
        opened.delete(oldest);
      }
    },
    async keep({ user, customId, guildId, fields }, now) {
      const form = opened.get(keyOf(user.id, customId));
      if (!form) return undefined;
      const typed = (name: string) => {
        const field = fields.fields.get(name);
        return field && 'value' in field ? String(field.value) : '';
      };
      return refusedForms.keep(guildId as GuildId, filledIn(form, typed), now);
    },
  };
}

function filledIn(form: FormView, typed: (name: string) => string): FormView {
  const components = form.components.map((label) => {
    if (label.type !== ComponentType.Label || label.component.type !== ComponentType.TextInput) return label;
    const { value: _, ...field } = label.component;
    const value = typed(field.custom_id);
    // Discord takes no empty text for what stands there.
    return { ...label, component: value === '' ? field : { ...field, value } };
  });
  return { ...form, components };
}
