// The bot's first answer to an interaction. @see https://discord.com/developers/docs/interactions/receiving-and-responding

import { InteractionType, InteractionResponseType as Kind, MessageFlags } from 'discord-api-types/v10';
import type { OpenInteraction } from '../interactions.ts';
import type { Json } from '../payloads/componentPayload.ts';
import { applyEdit, messageForBot, messagePayload } from '../payloads/messagePayload.ts';
import { userPayload } from '../payloads/userPayload.ts';
import type { Message } from '../state.ts';
import type { World } from '../world.ts';
import { type Call, noContent, ok, type Reply, type RouteTable } from './call.ts';
import { postMessage } from './messageRoutes.ts';
import { invalidField, type RestError, refusals } from './restError.ts';

const component = InteractionType.MessageComponent;
const command = InteractionType.ApplicationCommand;
const modalSubmit = InteractionType.ModalSubmit;
const autocomplete = InteractionType.ApplicationCommandAutocomplete;

/** Which answers fit which interaction. */
const answersTo: Readonly<Record<number, readonly Kind[]>> = {
  [command]: [Kind.ChannelMessageWithSource, Kind.DeferredChannelMessageWithSource, Kind.Modal],
  [component]: [
    Kind.ChannelMessageWithSource,
    Kind.DeferredChannelMessageWithSource,
    Kind.DeferredMessageUpdate,
    Kind.UpdateMessage,
    Kind.Modal,
  ],
  [modalSubmit]: [
    Kind.ChannelMessageWithSource,
    Kind.DeferredChannelMessageWithSource,
    Kind.DeferredMessageUpdate,
    Kind.UpdateMessage,
  ],
  [autocomplete]: [Kind.ApplicationCommandAutocompleteResult],
};

/** A message that comes from an interaction: as a webhook's of the application, visible to one person when ephemeral. */
export function interactionMessage(call: Call, interaction: OpenInteraction, body: Json, extra: Json): Message {
  const { world } = call;
  const { channel, user, name, type, metadata } = interaction.opening;
  const named =
    type === command && name ? { interaction: { id: interaction.id, type, name, user: userPayload(user) } } : {};
  const message = messagePayload(world, {
    channel,
    author: world.bot,
    body,
    files: call.files,
    extra: {
      webhook_id: world.applicationId,
      application_id: world.applicationId,
      interaction_metadata: { id: interaction.id, ...metadata },
      ...named,
      ...extra,
    },
  });
  if (Number(message.flags) & MessageFlags.Ephemeral) message.visibleTo = user.id;
  return message;
}

function answer(call: Call): Reply {
  const { world, params, query, body } = call;
  const interaction = call.interactions.find(params.interaction_token);
  if (!interaction || interaction.id !== params.interaction_id) throw refusals.unknownInteraction();
  const kind = Number(body.type) as Kind;
  if (!answersTo[interaction.opening.type]?.includes(kind)) throw wrongKind(kind);
  interaction.acknowledge();
  const data = (body.data ?? {}) as Json;
  perform(call, interaction, kind, data);
  return query.get('with_response') === 'true' ? ok(callbackPayload(world, interaction, kind)) : noContent;
}

function wrongKind(kind: number): RestError {
  const message = `Value ${kind} does not answer this kind of interaction.`;
  return invalidField(['type'], 'BASE_TYPE_CHOICES', message);
}

function perform(call: Call, interaction: OpenInteraction, kind: Kind, data: Json): void {
  const { world } = call;
  const { channel, source, type } = interaction.opening;
  switch (kind) {
    case Kind.ChannelMessageWithSource:
    case Kind.DeferredChannelMessageWithSource: {
      interaction.isDeferred = kind === Kind.DeferredChannelMessageWithSource;
      const replyType = type === command ? 20 : 19;
      const message = interactionMessage(call, interaction, data, { type: replyType });
      if (interaction.isDeferred) Object.assign(message, { flags: Number(message.flags) | MessageFlags.Loading });
      interaction.original = message;
      interaction.isEphemeral = message.visibleTo !== undefined;
      postMessage(world, channel, message);
      if (!interaction.isDeferred) interaction.settle();
      return;
    }
    case Kind.DeferredMessageUpdate:
    case Kind.UpdateMessage:
      if (!source) throw wrongKind(kind);
      interaction.original = source;
      interaction.isEphemeral = source.visibleTo !== undefined;
      interaction.isDeferred = kind === Kind.DeferredMessageUpdate;
      if (interaction.isDeferred) return;
      applyEdit(world, channel, source, data, call.files);
      interaction.settle();
      return;
    case Kind.ApplicationCommandAutocompleteResult:
      interaction.choices = data.choices ?? [];
      interaction.settle();
      return;
    default:
      interaction.modal = data;
      interaction.settle();
  }
}

function callbackPayload(world: World, interaction: OpenInteraction, kind: Kind): Json {
  const { original } = interaction;
  const about = {
    id: interaction.id,
    type: interaction.opening.type,
    ...(original ? { response_message_id: original.id } : {}),
    response_message_loading: interaction.isDeferred,
    response_message_ephemeral: interaction.isEphemeral,
    channel_id: interaction.opening.channel.id,
    ...(interaction.opening.channel.guildId ? { guild_id: interaction.opening.channel.guildId } : {}),
  };
  const carriesMessage = original && kind !== Kind.DeferredMessageUpdate;
  const shown = kind === Kind.UpdateMessage ? Kind.UpdateMessage : Kind.ChannelMessageWithSource;
  return {
    interaction: about,
    ...(carriesMessage ? { resource: { type: shown, message: messageForBot(world, original) } } : {}),
  };
}

export const callbackRoutes: RouteTable = {
  'POST /interactions/{interaction_id}/{interaction_token}/callback': answer,
};
