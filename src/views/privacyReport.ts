// What is kept about the member who asks, the question before it is deleted, and what stays afterwards.

import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { buttonRow, confirmButton, container, present, textBlock } from './blocks.ts';
import { notice } from './notice.ts';

export interface PrivacyView {
  /** How many there are of each, on all servers. */
  readonly kept: {
    readonly remindersToCome: number;
    readonly remindersPast: number;
    readonly messages: number;
    readonly doings: number;
  };
  readonly say: Say;
}

export interface PrivacyReport extends PrivacyView {
  /** Clickable mention of the command that deletes it. */
  readonly deleteCommand: string;
}

export function privacyReport({ kept, deleteCommand, say }: PrivacyReport): MessageView {
  const deletable = deletableLines({ kept, say });
  const lines = [...deletable, ...doingLines({ kept, say })].map((line) => `- ${line}`);
  const texts = [
    lines.length === 0 ? say('privacy.nothing') : [`**${say('privacy.heading')}**`, ...lines].join('\n'),
    say('privacy.always'),
    ...(deletable.length === 0 ? [] : [say('privacy.how', { command: deleteCommand })]),
  ];
  return { components: [container(texts.map(textBlock))] };
}

export function privacyDeletion({ kept, say }: PrivacyView): MessageView {
  const deletable = deletableLines({ kept, say });
  if (deletable.length === 0) return notice([say('privacy.nothingToDelete'), ...doingLines({ kept, say })].join('\n'));
  const confirm = confirmButton(say('privacy.delete'), customId('privacy', 'erase'));
  const texts = [
    [say('privacy.ask'), ...deletable.map((line) => `- ${line}`)].join('\n'),
    ...doingLines({ kept, say }),
    say('privacy.final'),
  ];
  return { components: [container([...texts.map(textBlock), ...present(buttonRow([confirm]))])] };
}

/** @param input what is left */
export function privacyDone({ kept, say }: PrivacyView): MessageView {
  return notice([say('privacy.deleted'), ...doingLines({ kept, say })].join('\n'));
}

function deletableLines({ kept: { remindersToCome, remindersPast, messages }, say }: PrivacyView): string[] {
  return [
    ...(remindersToCome === 0 ? [] : [say('privacy.toCome', { count: remindersToCome })]),
    ...(remindersPast === 0 ? [] : [say('privacy.past', { count: remindersPast })]),
    ...(messages === 0 ? [] : [say('privacy.messages', { count: messages })]),
  ];
}

function doingLines({ kept: { doings }, say }: PrivacyView): string[] {
  return doings === 0 ? [] : [say('privacy.doings', { count: doings })];
}
