// Brings a command's result to Discord in time: acknowledged within 3 s whatever happens, private or public as declared.

import {
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { MessageView } from '../kit/message.ts';
import type { AttachedFile, Result, Visibility } from '../kit/result.ts';
import { replyFirst, updateFirst } from './callBack.ts';
import { messageBody } from './messageBody.ts';
import type { Retyping } from './retyping.ts';
import type { Sharing } from './shares.ts';

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

export interface Manner {
  /** What an answer is unless its result says otherwise. */
  readonly visibility: Visibility;
  /** False for what may open a form: a form cannot follow a deferral. */
  readonly mayDefer: boolean;
  readonly deferMs: number;
  readonly sharing: Sharing;
  readonly retyping: Retyping;
  /** What to say where an answer cannot be brought as it is. */
  readonly refuse: (error: unknown) => Result;
}

/** @param produce never rejects: errors are results too */
export async function answer(interaction: Answerable, manner: Manner, produce: () => Promise<Result>): Promise<void> {
  let deferring: Promise<unknown> | undefined;
  const timer = manner.mayDefer
    ? setTimeout(() => {
        deferring = defer(interaction, manner.visibility);
        // The rejection is met below, where the answer fails for the same reason.
        deferring.catch(() => undefined);
      }, manner.deferMs)
    : undefined;
  const result = await produce();
  clearTimeout(timer);
  await deferring;
  await send(interaction, manner, result);
}

function defer(interaction: Answerable, visibility: Visibility): Promise<unknown> {
  if (interaction.isMessageComponent()) return interaction.deferUpdate();
  return interaction.deferReply(visibility === 'private' ? { flags: MessageFlags.Ephemeral } : {});
}

async function send(interaction: Answerable, manner: Manner, result: Result): Promise<void> {
  const declared = manner.visibility;
  switch (result.kind) {
    case 'reply':
      return sendReply(interaction, declared, result.visibility ?? declared, result.view);
    case 'file':
      return sendReply(interaction, declared, declared, result.view, result.file);
    case 'update':
      return sendUpdate(interaction, result.view);
    case 'share':
      return sendShare(interaction, manner, result.post, result.view);
    case 'modal':
      if (interaction.isModalSubmit()) throw new TypeError('a form cannot follow a form');
      await interaction.showModal(result.form);
      manner.retyping.opened(interaction.user.id, result.form);
      return;
    case 'choices':
      throw new TypeError('choices answer autocomplete only');
  }
}

async function sendReply(
  interaction: Answerable,
  deferredAs: Visibility,
  visibility: Visibility,
  view: MessageView,
  file?: AttachedFile,
): Promise<void> {
  if (!interaction.deferred) {
    return replyFirst(interaction, view, visibility === 'private' ? MessageFlags.Ephemeral : 0, file);
  }
  const message = payload(view, file);
  const flags: [MessageFlags.IsComponentsV2, ...MessageFlags.Ephemeral[]] =
    visibility === 'private' ? [message.flags, MessageFlags.Ephemeral] : [message.flags];
  if (interaction.isMessageComponent()) {
    await interaction.followUp({ ...message, flags });
  } else if (deferredAs === visibility) {
    await interaction.editReply(message);
  } else {
    // A refusal is always private, also where everybody already sees that the bot is thinking.
    await interaction.deleteReply();
    await interaction.followUp({ ...message, flags });
  }
}

/** Acknowledged first, so that the message for all is posted once even where it takes long; the private one changes after it. */
async function sendShare(interaction: Answerable, manner: Manner, post: MessageView, view: MessageView): Promise<void> {
  if (!interaction.isMessageComponent()) throw new TypeError('only a button shares');
  if (!interaction.deferred) await interaction.deferUpdate();
  try {
    await manner.sharing.postOnce(interaction, async () => (await interaction.followUp(payload(post))).id);
  } catch (error) {
    return send(interaction, manner, manner.refuse(error));
  }
  await sendUpdate(interaction, view);
}

async function sendUpdate(interaction: Answerable, view: MessageView): Promise<void> {
  if (interaction.deferred || interaction.isCommand()) {
    await interaction.editReply(payload(view));
  } else if (interaction.isMessageComponent() || interaction.isFromMessage()) {
    await updateFirst(interaction, view);
  }
}

function payload(view: MessageView, file?: AttachedFile) {
  const { flags, components, allowed_mentions } = messageBody(view);
  return {
    flags,
    components,
    allowedMentions: allowed_mentions,
    ...(file ? { files: [{ attachment: Buffer.from(file.bytes), name: file.name }] } : {}),
  };
}
