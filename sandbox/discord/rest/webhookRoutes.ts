// What follows the first answer to an interaction: editing, reading and deleting it, and more messages.

import { MessageFlags } from 'discord-api-types/v10';
import type { OpenInteraction } from '../interactions.ts';
import { applyEdit, messageForBot } from '../payloads/messagePayload.ts';
import type { Message } from '../state.ts';
import { type Call, noContent, ok, type Reply, type RouteTable } from './call.ts';
import { interactionMessage } from './callbackRoutes.ts';
import { postMessage } from './messageRoutes.ts';
import { refusals } from './restError.ts';

function interactionOf({ world, interactions, params }: Call): OpenInteraction {
  const interaction = interactions.find(params.webhook_token);
  if (!interaction || params.webhook_id !== world.applicationId) throw refusals.unknownWebhook();
  return interaction;
}

/** `@original` or the id of a follow-up; before the first answer there is no webhook yet. */
function messageOf(call: Call): { interaction: OpenInteraction; message: Message } {
  const interaction = interactionOf(call);
  const { message_id: messageId } = call.params;
  const wanted = messageId === undefined || messageId === '@original' ? interaction.original?.id : messageId;
  if (interaction.acknowledgedAtMs === undefined) throw refusals.unknownWebhook();
  const message = call.world.findMessage(interaction.opening.channel.id, wanted ?? '');
  if (!message) throw refusals.unknownMessage();
  return { interaction, message };
}

/** A deferral ends with its first edit. */
function finish(call: Call, interaction: OpenInteraction, message: Message): void {
  const { channel } = interaction.opening;
  applyEdit(call.world, channel, message, call.body, call.files);
  if (Number(message.flags) & MessageFlags.Loading) {
    Object.assign(message, { flags: Number(message.flags) & ~MessageFlags.Loading, edited_timestamp: null });
  }
  if (message.id === interaction.original?.id) interaction.settle();
}

function edit(call: Call): Reply {
  const { interaction, message } = messageOf(call);
  finish(call, interaction, message);
  return ok(messageForBot(call.world, message));
}

function remove(call: Call): Reply {
  const { interaction, message } = messageOf(call);
  call.world.removeMessage(message.channel_id, message.id);
  if (message.id === interaction.original?.id) interaction.original = undefined;
  return noContent;
}

/** The first follow-up of a deferral takes the place of "thinking…"; the deferral's visibility stays. */
function followUp(call: Call): Reply {
  const interaction = interactionOf(call);
  if (interaction.acknowledgedAtMs === undefined) throw refusals.unknownWebhook();
  const { original } = interaction;
  if (original && Number(original.flags) & MessageFlags.Loading) {
    finish(call, interaction, original);
    return ok(messageForBot(call.world, original));
  }
  const reference = original
    ? {
        message_reference: {
          type: 0,
          channel_id: original.channel_id,
          message_id: original.id,
          ...(interaction.opening.channel.guildId ? { guild_id: interaction.opening.channel.guildId } : {}),
        },
      }
    : {};
  const message = interactionMessage(call, interaction, call.body, { type: 0, ...reference });
  interaction.followUps.push(message);
  postMessage(call.world, interaction.opening.channel, message);
  if (interaction.isDeferred) interaction.settle(message);
  return ok(messageForBot(call.world, message));
}

const webhook = '/webhooks/{webhook_id}/{webhook_token}';

const routesFor = (path: string): RouteTable => ({
  [`GET ${path}`]: (call) => ok(messageForBot(call.world, messageOf(call).message)),
  [`PATCH ${path}`]: edit,
  [`DELETE ${path}`]: remove,
});

export const webhookRoutes: RouteTable = {
  [`POST ${webhook}`]: followUp,
  ...routesFor(`${webhook}/messages/@original`),
  ...routesFor(`${webhook}/messages/{message_id}`),
};
