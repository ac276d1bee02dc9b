// The deadlines of a conference as a moderator writes them: a line for each.

import type { Milestone } from '../domain/conference.ts';
import { customId } from '../kit/customId.ts';
import type { FormView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { milestoneName } from './conferenceWhen.ts';
import { formOf } from './formBlocks.ts';
import { cutText, oneLine } from './text.ts';

/** Characters of the form, and of a name in it. */
export const deadlinesLimits = { form: 4_000, name: 80 } as const;

export interface DeadlinesForm {
  /** Of the draft. */
  readonly id: string;
  /** A line for each. */
  readonly typed: string;
  readonly say: Say;
}

export function deadlinesForm({ id, typed, say }: DeadlinesForm): FormView {
  const field = {
    name: 'deadlines',
    label: say('programme.deadlines.label'),
    description: say('programme.deadlines.hint'),
    value: typed,
    limit: deadlinesLimits.form,
    isTall: true,
  };
  return formOf(customId('programme', 'redue', id), say('programme.deadlines.title'), [field]);
}

/** As the form and every list names it; not escaped. */
export function deadlineName({ kind, label = '' }: Pick<Milestone, 'kind' | 'label'>, say: Say): string {
  const own = kind === 'other' ? cutText(oneLine(label.replaceAll(':', ' ')), deadlinesLimits.name) : '';
  return own || milestoneName(kind, say);
}
