// The first answer to an interaction, sent as it is: a view is Discord's own JSON already, and discord.js would put it into its own
// words and back.

import {
  type APIInteractionResponse,
  type AutocompleteInteraction,
  type BaseInteraction,
  InteractionResponseType,
  type RawFile,
  Routes,
} from 'discord.js';
import type { MessageView } from '../kit/message.ts';
import type { AttachedFile, Choice } from '../kit/result.ts';
import { messageBody } from './messageBody.ts';

type Open = Pick<BaseInteraction, 'client' | 'id' | 'token'>;
type Repliable = Open & { replied: boolean };

/** @param flags more than those of the view */
export async function replyFirst(
  interaction: Repliable,
  view: MessageView,
  flags: number,
  file?: AttachedFile,
): Promise<void> {
  const { flags: ofView, ...message } = messageBody(view);
  const attachments = file ? { attachments: [{ id: '0', filename: file.name }] } : {};
  const data = { ...message, ...attachments, flags: ofView | flags };
  const type = InteractionResponseType.ChannelMessageWithSource;
  await callBack(interaction, { type, data }, file && [{ name: file.name, data: Buffer.from(file.bytes) }]);
  interaction.replied = true;
}

/** Of the message whose button was pressed, or that opened the form. */
export async function updateFirst(interaction: Repliable, view: MessageView): Promise<void> {
  await callBack(interaction, { type: InteractionResponseType.UpdateMessage, data: messageBody(view) });
  interaction.replied = true;
}

export async function offerChoices(interaction: AutocompleteInteraction, choices: readonly Choice[]): Promise<void> {
  const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
  await callBack(interaction, { type, data: { choices: [...choices] } });
  interaction.responded = true;
}

async function callBack(
  { client, id, token }: Open,
  body: APIInteractionResponse,
  files: RawFile[] = [],
): Promise<void> {
  await client.rest.post(Routes.interactionCallback(id, token), { auth: false, body, files });
}
