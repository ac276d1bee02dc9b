// Asks once before a conference is cancelled, and says what came of it.

import type { Conference } from '../domain/conference.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { buttonRow, confirmButton, container, present, textBlock } from './blocks.ts';
import { factsInWords } from './conferenceDraft.ts';

export interface ConferenceCancel {
  readonly conference: Conference;
  /** ask: with the button that does it. */
  readonly stage: 'ask' | 'done' | 'already';
  /** Clickable mention of the command that puts it on the programme again. */
  readonly addCommand: string;
  readonly say: Say;
}

export function conferenceCancel({ conference, stage, addCommand, say }: ConferenceCancel): MessageView {
  const button = confirmButton(say('programme.cancel.button'), customId('programme', 'callOff', `${conference.id}`));
  return {
    components: [
      container([
        textBlock(say(`programme.cancel.${stage}`, { command: addCommand })),
        textBlock(factsInWords(conference, say)),
        ...present(stage === 'ask' ? buttonRow([button]) : undefined),
      ]),
    ],
  };
}
