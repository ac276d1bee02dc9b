// Everything the local Discord knows, in memory: people, roles, channels, messages, commands, events. It keeps state
// and tells listeners; what is allowed is decided in permissions.ts and rest/, what it looks like on the wire in payloads/.

import type {
  APIApplicationCommand,
  APIApplicationCommandPermission,
  APIGuildScheduledEvent,
  APIMessage,
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
} from 'discord-api-types/v10';
import { compareIds } from './snowflake.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly displayName: string | null;
  readonly roles: string[];
  readonly isBot: boolean;
  readonly joinedAt: string;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  readonly position: number;
  readonly botId?: string;
}

export interface Overwrite {
  readonly id: string;
  /** 0 a role, 1 a member. */
  readonly type: 0 | 1;
  allow: bigint;
  deny: bigint;
}

export interface ThreadState {
  archived: boolean;
  locked: boolean;
  archivedAt: string;
  autoArchiveMinutes: number;
  readonly createdAt: string;
  readonly ownerId: string;
  /** Every message ever sent but the first, as Discord counts. */
  totalSent: number;
  appliedTags: string[];
}

/** A tag that posts of a forum may carry. */
export interface ForumTag {
  readonly id: string;
  readonly name: string;
  /** Only who may manage threads puts it on or takes it off. */
  readonly moderated: boolean;
}

export interface Channel {
  readonly id: string;
  type: ChannelType;
  name: string;
  topic: string | null;
  /** Undefined for direct messages. */
  readonly guildId?: string;
  readonly parentId: string | null;
  position: number;
  overwrites: Overwrite[];
  readonly thread?: ThreadState;
  readonly recipientId?: string;
  /** Of a forum. */
  tags: ForumTag[];
  requiresTag: boolean;
  /** After how many minutes of silence a thread without its own choice is archived. */
  readonly defaultArchiveMinutes?: number;
}

/** A message as Discord sends it; `visibleTo` is the one person who sees it when it is ephemeral. */
export type Message = APIMessage & { visibleTo?: string };

export interface GuildState {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly ownerId: string;
  readonly systemChannelId: string;
}

export interface Dispatch {
  readonly event: GatewayDispatchEvents;
  readonly data: unknown;
  /** Intents of which one must have been asked for; 0 = sent to everybody. */
  readonly intents: GatewayIntentBits | 0;
}

export class World {
  readonly guild: GuildState;
  readonly applicationId: string;
  readonly token: string;
  readonly people = new Map<string, Person>();
  readonly roles = new Map<string, Role>();
  readonly channels = new Map<string, Channel>();
  readonly scheduledEvents = new Map<string, APIGuildScheduledEvent>();
  /** Commands by where they are registered: `global`, or the id of a guild. */
  readonly commandSets = new Map<string, APIApplicationCommand[]>();
  readonly commandPermissions = new Map<string, APIApplicationCommandPermission[]>();
  /** How many threads of the guild may be open at once. */
  activeThreadLimit = 1000;
  /** What the bot attached to messages, by the attachment's id. */
  readonly attachedFiles = new Map<string, Uint8Array>();
  readonly #messages = new Map<string, Message[]>();
  readonly #dispatchListeners = new Set<(dispatch: Dispatch) => void>();
  readonly #changeListeners = new Set<() => void>();

  constructor(guild: GuildState, applicationId: string, token: string) {
    this.guild = guild;
    this.applicationId = applicationId;
    this.token = token;
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

  /** By id or name; channels before threads. */
  getChannelNamed(name: string): Channel {
    const all = [...this.channels.values()];
    const channel = this.channels.get(name) ?? all.find((one) => one.name === name);
    if (!channel) throw new Error(`no channel "${name}" in the local Discord`);
    return channel;
  }

  threadsOf(parentId: string): Channel[] {
    return [...this.channels.values()].filter((channel) => channel.thread && channel.parentId === parentId);
  }

  /** Oldest first, ephemeral ones included. The list is the state itself: do not change it. */
  messagesIn(channelId: string): readonly Message[] {
    return this.#messages.get(channelId) ?? [];
  }

  findMessage(channelId: string, messageId: string): Message | undefined {
    return this.messagesIn(channelId).find((message) => message.id === messageId);
  }

  addMessage(message: Message): void {
    const list = this.#messages.get(message.channel_id) ?? [];
    list.push(message);
    list.sort((left, right) => compareIds(left.id, right.id));
    this.#messages.set(message.channel_id, list);
    this.changed();
  }

  removeMessage(channelId: string, messageId: string): void {
    const kept = this.messagesIn(channelId).filter((message) => message.id !== messageId);
    this.#messages.set(channelId, kept);
    this.changed();
  }

  removeChannel(channelId: string): void {
    this.channels.delete(channelId);
    this.#messages.delete(channelId);
    this.changed();
  }

  get commands(): readonly APIApplicationCommand[] {
    return [...(this.commandSets.get('global') ?? []), ...(this.commandSets.get(this.guild.id) ?? [])];
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
