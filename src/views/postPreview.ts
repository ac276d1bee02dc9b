// What a moderator sees before a recommendation is posted: the card as it will stand, what its discussion opens with, and the one
// button that posts it.

import type { ChannelId } from '../domain/ids.ts';
import { noteLimit } from '../domain/recommendation.ts';
import { customId } from '../kit/customId.ts';
import type { FormView, MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, charactersOf, confirmButton, container, present, textBlock } from './blocks.ts';
import { formOf } from './formBlocks.ts';
import { typedQuestionLimit } from './questionChange.ts';
import { countCharacters, escapeText, messageTextLimit } from './text.ts';

export interface PostPreview {
  readonly draftId: string;
  readonly channelId: ChannelId;
  /** As it will be posted. */
  readonly card: MessageView;
  /** Undefined where it gets no discussion. */
  readonly question?: string;
  /** Why the question that was typed is not the one that is shown; a finished sentence. */
  readonly refused?: string | undefined;
  readonly say: Say;
}

/** Whom the card mentions is shown and not mentioned yet. */
export function postPreview({ draftId, channelId, card, question, refused = '', say }: PostPreview): MessageView {
  const intro = textBlock(say('postPreview.card', { channel: `<#${channelId}>` }));
  const shown = [intro, ...card.components];
  const words = say('postPreview.question', { question: '' });
  const room = messageTextLimit - charactersOf(shown) - countCharacters(words) - countCharacters(refused);
  const opening =
    question === undefined
      ? say('postPreview.noDiscussion')
      : say('postPreview.question', { question: escapeText(question, typedQuestionLimit, room) });
  const buttons = buttonRow([
    confirmButton(say('postPreview.post'), customId('post', 'confirm', draftId)),
    actionButton(say('postPreview.edit'), customId('post', 'edit', draftId)),
  ]);
  const below = [opening, refused].filter((text) => text !== '').map(textBlock);
  return { components: [...shown, container([...below, ...present(buttons)])] };
}

export interface PostForm {
  readonly draftId: string;
  readonly note: string;
  readonly question: string;
  readonly say: Say;
}

export function postForm({ draftId, note, question, say }: PostForm): FormView {
  return formOf(customId('post', 'rewrite', draftId), say('postPreview.formTitle'), [
    {
      name: 'note',
      label: say('postPreview.noteField'),
      description: say('postPreview.noteHint', { limit: noteLimit }),
      value: note,
      limit: noteLimit,
      isTall: true,
    },
    {
      name: 'question',
      label: say('postPreview.questionField'),
      description: say('postPreview.questionHint'),
      value: question,
      limit: typedQuestionLimit,
      isTall: true,
    },
  ]);
}
