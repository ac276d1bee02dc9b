// Acts as the people of the server: types commands, clicks, fills in forms, and waits for what the bot answers.

import {
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandType,
  GatewayDispatchEvents,
  InteractionType,
} from 'discord-api-types/v10';
import type { Gateway } from '../gateway.ts';
import type { InteractionAnswer, Interactions, Opening } from '../interactions.ts';
import { allComponents, type Json } from '../payloads/componentPayload.ts';
import { installedFor, interactionPayload, resolvedPayload } from '../payloads/interactionPayload.ts';
import { messageForBot } from '../payloads/messagePayload.ts';
import { userPayload } from '../payloads/userPayload.ts';
import { mayView } from '../permissions.ts';
import type { Channel, Guild, Message, Person } from '../state.ts';
import type { World } from '../world.ts';
import { checkOptions } from './checkOptions.ts';
import { fillModal, selectNames } from './fillModal.ts';
import {
  type AutocompleteInput,
  type ClickInput,
  defaultChannel,
  defaultLocale,
  defaultUser,
  type MenuInput,
  type ModalInput,
  type SlashInput,
} from './inputs.ts';
import { mayUseCommand } from './mayUseCommand.ts';
import { readOptions } from './readOptions.ts';
import type { Uploads } from './uploads.ts';

const command = InteractionType.ApplicationCommand;
const disabledOrMissing = (customId: string, messageId: string): string =>
  `message ${messageId} has no component "${customId}" that can be used`;

interface ShownModal {
  readonly modal: Json;
  /** What the person did that made the bot show it. */
  readonly opening: Opening;
  readonly interactionId: string;
}

export class People {
  readonly #world: World;
  readonly #interactions: Interactions;
  readonly #gateway: Gateway;
  readonly #uploads: Uploads;
  /** Forms that people have open, by person and custom id. */
  readonly #modals = new Map<string, ShownModal>();

  constructor(world: World, interactions: Interactions, gateway: Gateway, uploads: Uploads) {
    this.#world = world;
    this.#interactions = interactions;
    this.#gateway = gateway;
    this.#uploads = uploads;
  }

  slash(input: SlashInput, timeoutMs: number): Promise<InteractionAnswer> {
    const { user, channel, guild } = this.#actor(input);
    const found = this.#findCommand(guild, input.name, ApplicationCommandType.ChatInput);
    this.#checkOffered(user, channel, found);
    const { options, named } = readOptions(this.#world, guild, input.options ?? []);
    checkOptions(found, options, false);
    const resolved = {
      ...resolvedPayload(this.#world, guild, named, user.id),
      ...this.#uploads.resolve(input.files ?? {}),
    };
    const data = { ...commandData(found), options, ...(Object.keys(resolved).length > 0 ? { resolved } : {}) };
    return this.#perform(
      { type: command, user, channel, name: found.name, metadata: this.#metadata(user, channel, command) },
      data,
      input,
      timeoutMs,
    );
  }

  async autocomplete(input: AutocompleteInput, timeoutMs: number): Promise<APIApplicationCommandOptionChoice[]> {
    const { user, channel, guild } = this.#actor(input);
    const found = this.#findCommand(guild, input.name, ApplicationCommandType.ChatInput);
    this.#checkOffered(user, channel, found);
    const { options } = readOptions(this.#world, guild, input.options);
    checkOptions(found, options, true);
    const type = InteractionType.ApplicationCommandAutocomplete;
    const opening = { type, user, channel, name: found.name, metadata: {} };
    const answer = await this.#perform(opening, { ...commandData(found), options }, input, timeoutMs);
    return (answer.choices ?? []) as APIApplicationCommandOptionChoice[];
  }

  menu(input: MenuInput, timeoutMs: number): Promise<InteractionAnswer> {
    const message = this.#findMessage(input.messageId);
    const { user, channel, guild } = this.#actor({ ...input, channel: message.channel_id });
    this.#checkVisible(user, channel, message);
    const found = this.#findCommand(guild, input.name, ApplicationCommandType.Message);
    this.#checkOffered(user, channel, found);
    const resolved = { messages: { [message.id]: messageForBot(this.#world, message) } };
    const data = { ...commandData(found), target_id: message.id, resolved };
    const metadata = { ...this.#metadata(user, channel, command), target_message_id: message.id };
    return this.#perform({ type: command, user, channel, name: found.name, metadata }, data, input, timeoutMs);
  }

  click(input: ClickInput, timeoutMs: number): Promise<InteractionAnswer> {
    const message = this.#findMessage(input.messageId);
    const { user, channel, guild } = this.#actor({ ...input, channel: message.channel_id });
    this.#checkVisible(user, channel, message);
    const component = allComponents((message.components ?? []) as unknown[]).find(
      (one) => one.custom_id === input.customId,
    );
    if (!component || component.disabled === true) throw new Error(disabledOrMissing(input.customId, message.id));
    const values = checkValues(component, input.values);
    const kind = selectNames[Number(component.type)];
    const resolved = kind && values ? resolvedPayload(this.#world, guild, { [kind]: values }, user.id) : undefined;
    const data = {
      component_type: component.type,
      custom_id: input.customId,
      id: component.id,
      ...(values ? { values } : {}),
      ...(resolved ? { resolved } : {}),
    };
    const type = InteractionType.MessageComponent;
    const metadata = { ...this.#metadata(user, channel, type), interacted_message_id: message.id };
    return this.#perform(
      { type, user, channel, name: input.customId, source: message, metadata },
      data,
      input,
      timeoutMs,
    );
  }

  /** Fills in the form that the bot showed this person last under that custom id. */
  submitModal(input: ModalInput, timeoutMs: number): Promise<InteractionAnswer> {
    const { user, channel, guild } = this.#actor(input);
    const shown = this.#modals.get(`${user.id} ${input.customId}`);
    if (!shown) throw new Error(`the bot has shown ${user.name} no form "${input.customId}"`);
    const { source } = shown.opening;
    const { components, named } = fillModal(shown.modal, input.fields);
    const resolved = resolvedPayload(this.#world, guild, named, user.id);
    const data = { custom_id: input.customId, components, ...(Object.keys(resolved).length > 0 ? { resolved } : {}) };
    const type = InteractionType.ModalSubmit;
    const opener = { id: shown.interactionId, ...shown.opening.metadata };
    const metadata = { ...this.#metadata(user, channel, type), triggering_interaction_metadata: opener };
    const place = source ? this.#world.getChannelNamed(source.channel_id) : channel;
    const opening = { type, user, channel: place, name: input.customId, metadata, ...(source ? { source } : {}) };
    return this.#perform(opening, data, input, timeoutMs);
  }

  async #perform(
    opening: Opening,
    data: Json,
    input: { readonly locale?: string },
    timeoutMs: number,
  ): Promise<InteractionAnswer> {
    if (!this.#gateway.isConnected) throw new Error('no bot is connected to the local Discord');
    const interaction = this.#interactions.open(opening);
    const answered = interaction.wait(timeoutMs);
    const payload = interactionPayload(this.#world, interaction, data, input.locale ?? defaultLocale);
    this.#world.dispatch(GatewayDispatchEvents.InteractionCreate, payload, 0);
    const answer = await answered;
    const modal = answer.modal as Json | undefined;
    if (modal) {
      const key = `${opening.user.id} ${String(modal.custom_id)}`;
      this.#modals.set(key, { modal, opening, interactionId: interaction.id });
    }
    return answer;
  }

  /** In direct messages the first guild stands in for the one that names are looked up in. */
  #actor(input: { user?: string; channel?: string }): { user: Person; channel: Channel; guild: Guild } {
    const user = this.#world.getPersonNamed(input.user ?? defaultUser);
    const channel = this.#world.getChannelNamed(input.channel ?? defaultChannel);
    return { user, channel, guild: this.#world.guildOf(channel) ?? this.#world.guild };
  }

  #findCommand(guild: Guild, name: string, type: ApplicationCommandType): APIApplicationCommand {
    const commands = this.#world.commandsIn(guild);
    const found = commands.find((one) => one.name === name && one.type === type);
    if (found) return found;
    const known = commands.map((one) => one.name).join(', ') || 'none';
    throw new Error(`no command "${name}" is registered (known: ${known})`);
  }

  #findMessage(messageId: string): Message {
    const message = this.#world.findMessageAnywhere(messageId);
    if (!message) throw new Error(`no message ${messageId} in the local Discord`);
    return message;
  }

  #checkOffered(user: Person, channel: Channel, found: APIApplicationCommand): void {
    if (mayUseCommand(this.#world, user, channel, found)) return;
    throw new Error(`Discord does not offer "${found.name}" to ${user.name} in ${channel.name}`);
  }

  #checkVisible(user: Person, channel: Channel, message: Message): void {
    const hidden = message.visibleTo !== undefined && message.visibleTo !== user.id;
    if (hidden || !mayView(this.#world, user.id, channel))
      throw new Error(`${user.name} does not see message ${message.id}`);
  }

  #metadata(user: Person, channel: Channel, type: InteractionType): Json {
    return { type, user: userPayload(user), authorizing_integration_owners: installedFor(channel) };
  }
}

function commandData(found: APIApplicationCommand): Json {
  const at = found.guild_id ? { guild_id: found.guild_id } : {};
  return { id: found.id, name: found.name, type: found.type, ...at };
}

/** Values of a select within its bounds; undefined for buttons. */
function checkValues(component: Json, values: readonly string[] | undefined): readonly string[] | undefined {
  if (component.type === 2) return undefined;
  const chosen = values ?? [];
  const [least, most] = [Number(component.min_values ?? 1), Number(component.max_values ?? 1)];
  if (chosen.length < least || chosen.length > most)
    throw new Error(`choose ${least} to ${most} values, not ${chosen.length}`);
  const options = component.options as { value: string }[] | undefined;
  const unknown = options && chosen.find((value) => !options.some((option) => option.value === value));
  if (unknown !== undefined) throw new Error(`the select has no option "${unknown}"`);
  return chosen;
}
