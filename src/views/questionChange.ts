// What moderators see while they choose another starter question, the form for one of their own, and what came of it.

import { customId } from '../kit/customId.ts';
import type { FormView, MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, confirmButton, container, present as parts, textBlock } from './blocks.ts';
import { formOf } from './formBlocks.ts';
import { notice } from './notice.ts';
import { escapeLine } from './text.ts';

/** Characters of a question, as it is typed. */
export const typedQuestionLimit = 240;
/** Characters of a question that are shown; none is longer. */
const shownLimit = 500;

interface Proposed {
  readonly id: string;
  readonly text: string;
}

export interface QuestionChoice {
  readonly present: string;
  /** The present one until another is asked for. */
  readonly proposed: Proposed;
  readonly isSent: boolean;
  readonly say: Say;
}

export function questionChoice({ present, proposed, isSent, say }: QuestionChoice): MessageView {
  const isOther = proposed.text !== present;
  const another = actionButton(say('questionChange.another'), customId('changeQuestion', 'another', proposed.id));
  const write = actionButton(say('questionChange.write'), customId('changeQuestion', 'write', proposed.id));
  const use = confirmButton(say('questionChange.use'), customId('changeQuestion', 'use', proposed.id));
  const now = say(isSent ? 'questionChange.asked' : 'questionChange.planned', { question: shown(present) });
  const instead = say('questionChange.instead', { question: shown(proposed.text) });
  const row = buttonRow([isOther ? use : undefined, another, write]);
  return { components: [container([textBlock(isOther ? `${now}\n\n${instead}` : now), ...parts(row)])] };
}

export function questionForm({ proposed, say }: { readonly proposed: Proposed; readonly say: Say }): FormView {
  const field = {
    name: 'question',
    label: say('questionChange.field'),
    description: say('questionChange.fieldHint', { limit: typedQuestionLimit }),
    value: proposed.text,
    limit: typedQuestionLimit,
    isRequired: true,
    isTall: true,
  };
  return formOf(customId('changeQuestion', 'own', proposed.id), say('questionChange.formTitle'), [field]);
}

export interface QuestionChanged {
  readonly text: string;
  readonly isSent: boolean;
  readonly say: Say;
}

export function questionChanged({ text, isSent, say }: QuestionChanged): MessageView {
  return notice(say(isSent ? 'questionChange.changing' : 'questionChange.kept', { question: shown(text) }));
}

function shown(question: string): string {
  return `**${escapeLine(question, shownLimit)}**`;
}
