// Everything the local Discord knows, in memory: people, roles, channels, messages, commands, events. It keeps state
// and tells listeners; what is allowed is decided in permissions.ts and rest/, what it looks like on the wire in payloads/.

import type { APIApplicationCommand, GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { compareIds } from './snowflake.ts';
import type { Channel, Guild, Message, Person } from './state.ts';

export interface Dispatch {
  readonly event: GatewayDispatchEvents;
  readonly data: unknown;
  /** Intents of which one must have been asked for; 0 = sent to everybody. */
  readonly intents: GatewayIntentBits | 0;
}

export class World {
  readonly applicationId: string;
  readonly token: string;
  readonly people = new Map<string, Person>();
  readonly guilds = new Map<string, Guild>();
  readonly channels: ReadonlyMap<string, Channel>;
  /** Commands by where they are registered: `global`, or the id of a guild. */
  readonly commandSets = new Map<string, APIApplicationCommand[]>();
  /** What the bot attached to messages, by the attachment's id. */
  readonly attachedFiles = new Map<string, Uint8Array>();
  readonly #channels = new Map<string, Channel>();
  readonly #threads = new Map<string, Channel[]>();
  readonly #messages = new Map<string, Message[]>();
  readonly #messagesById = new Map<string, Message>();
  readonly #dispatchListeners = new Set<(dispatch: Dispatch) => void>();
  readonly #changeListeners = new Set<() => void>();

  constructor(applicationId: string, token: string) {
    this.applicationId = applicationId;
    this.token = token;
    this.channels = this.#channels;
  }

  /** The first one, where tests and the page are at home. */
  get guild(): Guild {
    const [first] = this.guilds.values();
    if (!first) throw new Error('the local Discord has no guild');
    return first;
  }

  /** By id or name. */
  getGuildNamed(name: string): Guild {
    const guild = this.guilds.get(name) ?? [...this.guilds.values()].find((one) => one.name === name);
    if (!guild) throw new Error(`no guild "${name}" in the local Discord`);
    return guild;
  }

  /** The guild that a channel belongs to; undefined for direct messages. */
  guildOf(channel: Channel): Guild | undefined {
    return this.guilds.get(channel.guildId ?? '');
  }

  /** The guilds that the bot is in. */
  get botGuilds(): Guild[] {
    return [...this.guilds.values()].filter((guild) => guild.members.has(this.applicationId));
  }

  /** The bot's user has the application's id, as for every application made since 2017. */
  get bot(): Person {
    return this.getPerson(this.applicationId);
  }

  getPerson(id: string): Person {
    const person = this.people.get(id);
    if (!person) throw new Error(`no user ${id} in the local Discord`);
    return person;
  }

  /** By id or name, for callers that act as a person. */
  getPersonNamed(name: string): Person {
    const person = this.people.get(name) ?? [...this.people.values()].find((one) => one.name === name);
    if (!person) throw new Error(`no user "${name}" in the local Discord`);
    return person;
  }

  /** By id or name; the first guild's before others', channels before threads. `guild` looks in that one alone. */
  getChannelNamed(name: string, guild?: Guild): Channel {
    const all = guild?.channels ?? this.channels;
    const channel = all.get(name) ?? [...all.values()].find((one) => one.name === name);
    if (!channel) throw new Error(`no channel "${name}" in the local Discord`);
    return channel;
  }

  addChannel(channel: Channel): void {
    this.#channels.set(channel.id, channel);
    this.guildOf(channel)?.channels.set(channel.id, channel);
    if (channel.thread && channel.parentId) {
      const siblings = this.#threads.get(channel.parentId) ?? [];
      siblings.push(channel);
      this.#threads.set(channel.parentId, siblings);
    }
    this.changed();
  }

  threadsOf(parentId: string): readonly Channel[] {
    return this.#threads.get(parentId) ?? [];
  }

  /** Oldest first, ephemeral ones included. The list is the state itself: do not change it. */
  messagesIn(channelId: string): readonly Message[] {
    return this.#messages.get(channelId) ?? [];
  }

  findMessage(channelId: string, messageId: string): Message | undefined {
    const message = this.#messagesById.get(messageId);
    return message?.channel_id === channelId ? message : undefined;
  }

  /** Wherever it is. */
  findMessageAnywhere(messageId: string): Message | undefined {
    return this.#messagesById.get(messageId);
  }

  addMessage(message: Message): void {
    const list = this.#messages.get(message.channel_id) ?? [];
    const newest = list.at(-1);
    list.push(message);
    if (newest && compareIds(newest.id, message.id) > 0) list.sort((left, right) => compareIds(left.id, right.id));
    this.#messages.set(message.channel_id, list);
    this.#messagesById.set(message.id, message);
    this.changed();
  }

  removeMessage(channelId: string, messageId: string): void {
    const kept = this.messagesIn(channelId).filter((message) => message.id !== messageId);
    this.#messages.set(channelId, kept);
    this.#messagesById.delete(messageId);
    this.changed();
  }

  removeChannel(channel: Channel): void {
    for (const message of this.messagesIn(channel.id)) this.#messagesById.delete(message.id);
    this.#messages.delete(channel.id);
    this.#channels.delete(channel.id);
    this.guildOf(channel)?.channels.delete(channel.id);
    const { parentId } = channel;
    const siblings = this.#threads.get(parentId ?? '')?.filter((one) => one !== channel);
    if (parentId && siblings) this.#threads.set(parentId, siblings);
    this.changed();
  }

  /** What people of a guild are offered. */
  commandsIn(guild: Guild): readonly APIApplicationCommand[] {
    return [...(this.commandSets.get('global') ?? []), ...(this.commandSets.get(guild.id) ?? [])];
  }

  /** Sends an event over the gateway to whoever asked for one of its intents. */
  dispatch(event: GatewayDispatchEvents, data: unknown, intents: GatewayIntentBits | 0): void {
    for (const listener of this.#dispatchListeners) listener({ event, data, intents });
    this.changed();
  }

  onDispatch(listener: (dispatch: Dispatch) => void): () => void {
    this.#dispatchListeners.add(listener);
    return () => this.#dispatchListeners.delete(listener);
  }

  changed(): void {
    for (const listener of this.#changeListeners) listener();
  }

  onChange(listener: () => void): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }
}
