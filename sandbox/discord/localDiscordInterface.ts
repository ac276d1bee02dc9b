// What tests and the sandbox hold in their hands: the bot's login, what there is to see, acting as a person, and faults.

import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIApplicationCommandPermission,
  APIGuildScheduledEvent,
} from 'discord-api-types/v10';
import type { Violation } from './contract/violation.ts';
import type { FaultRule } from './faults.ts';
import type { GatewayTrouble } from './gatewayTrouble.ts';
import type { GuildFixture, TagFixture } from './guildFixture.ts';
import type { InteractionAnswer } from './interactions.ts';
import type { AutocompleteInput, ClickInput, MenuInput, ModalInput, SlashInput } from './people/inputs.ts';
import type { EventInput, OverwriteInput, SayInput, SwitchableType, ThreadChange } from './people/moderation.ts';
import type { RecordedRequest } from './rest/recorder.ts';
import type { Channel, Guild, Message, Person, Role } from './state.ts';

/** How long to wait for the bot. Default 5000. */
interface Patience {
  readonly timeoutMs?: number;
}

export interface LocalDiscord {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** What the bot gets as DISCORD_API_URL; discord.js adds `/v10`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly botUserId: string;
  /** The first guild, which every name without a guild is looked up in first. */
  readonly guildId: string;
  readonly violations: readonly Violation[];
  readonly requests: readonly RecordedRequest[];

  /** By name or id. @throws Error when there is none. */
  guild(name: string): Guild;
  guilds(): Guild[];
  /** Of any guild, the first one's first; or of the one named. @throws Error when there is none. */
  channel(name: string, guildId?: string): Channel;
  user(name: string): Person;
  role(name: string): Role;
  /** Oldest first; ephemeral ones only as the person who sees them. */
  messages(channelId: string, asUserId?: string): Message[];
  threads(parentId: string): Channel[];
  /** The contents of a file that the bot attached. @throws Error when there is none. */
  attachedFile(attachmentId: string): Uint8Array;
  scheduledEvents(): APIGuildScheduledEvent[];
  /** How many scheduled and active events the first guild may have. Default 100. */
  setEventLimit(limit: number): void;
  /** A person makes one in the first guild; an external one. @throws RestError as the bot would get it */
  addEvent(user: string, event: EventInput): APIGuildScheduledEvent;
  /** A moderator changes, cancels (status 4) or ends (status 3) one of any maker. */
  changeEvent(id: string, change: Partial<EventInput>): APIGuildScheduledEvent;
  deleteEvent(id: string): void;
  commands(): readonly APIApplicationCommand[];

  /** Each resolves at the first visible answer, and rejects when the bot is silent or a person could not do it. */
  slash(input: SlashInput & Patience): Promise<InteractionAnswer>;
  autocomplete(input: AutocompleteInput & Patience): Promise<APIApplicationCommandOptionChoice[]>;
  menu(input: MenuInput & Patience): Promise<InteractionAnswer>;
  click(input: ClickInput & Patience): Promise<InteractionAnswer>;
  submitModal(input: ModalInput & Patience): Promise<InteractionAnswer>;
  /** A person writes a message. */
  say(input: SayInput): Message;

  /** Returns a function that takes the rule away. */
  fault(rule: FaultRule): () => void;
  setNonceWindow(ms: number): void;
  setPermissions(channelId: string, overwrite: OverwriteInput): void;
  /** A moderator changes a forum's tags; one whose name stays keeps its id. */
  setForumTags(channelId: string, tags: readonly TagFixture[]): void;
  setRequiresTag(channelId: string, requiresTag: boolean): void;
  setChannelType(channelId: string, type: SwitchableType): void;
  /** Of a role by name or id, `everyone` or `bot`. */
  setRolePermissions(role: string, permissions: bigint): void;
  /** A role of any guild to its member, who may be the bot; a name is looked up in the first guild first. */
  giveRole(user: string, role: string): void;
  takeRole(user: string, role: string): void;
  closeDirectMessages(user: string): void;
  openDirectMessages(user: string): void;
  /** What a guild's settings say about a command; an empty list takes it back. */
  grantCommand(name: string, permissions: APIApplicationCommandPermission[], guildId?: string): void;
  deleteChannel(channelId: string): void;
  deleteMessage(channelId: string, messageId: string): void;
  /** How many threads of a guild may be open at once. Default 1000. */
  setActiveThreadLimit(limit: number, guildId?: string): void;
  patchThread(threadId: string, change: ThreadChange): void;

  /** How the gateway misbehaves, and how often it was asked for what. */
  readonly gateway: GatewayTrouble;
  /** The bot is invited into one more guild. */
  addGuild(fixture: GuildFixture): Guild;
  /** The bot is removed from it. */
  removeGuild(id: string): void;
  /** Into a guild that it was removed from. */
  inviteAgain(id: string): void;
  /** An outage begins or ends. */
  setGuildAvailable(id: string, isAvailable: boolean): void;

  isConnected(): boolean;
  /** Closes the bot's socket, with a code or without a word. */
  dropGateway(code?: number): void;
  requestReconnect(): void;
  invalidateSessions(resumable?: boolean): void;
  /** Told when a request has been answered. */
  onRequest(listener: (request: RecordedRequest) => void): () => void;
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}
