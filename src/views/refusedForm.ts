// What is said of a form that cannot be taken as it was filled in, and the way back to it.

import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, present, textBlock } from './blocks.ts';

/** @param text Markdown; foreign text in it escaped already. @param formId under which the form was kept */
export function refusedForm(text: string, formId: string, say: Say): MessageView {
  const correct = actionButton(say('form.correct'), customId('help', 'correct', formId));
  return { components: [textBlock(text), ...present(buttonRow([correct]))] };
}
