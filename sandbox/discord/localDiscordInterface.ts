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
import type { InteractionAnswer } from './interactions.ts';
import type { AutocompleteInput, ClickInput, MenuInput, ModalInput, SlashInput } from './people/inputs.ts';
import type { OverwriteInput, SayInput, ThreadChange } from './people/moderation.ts';
import type { RecordedRequest } from './rest/recorder.ts';
import type { Channel, Message, Person, Role } from './world.ts';

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
  readonly guildId: string;
  readonly violations: readonly Violation[];
  readonly requests: readonly RecordedRequest[];

  /** By name or id. @throws Error when there is none. */
  channel(name: string): Channel;
  user(name: string): Person;
  role(name: string): Role;
  /** Oldest first; ephemeral ones only as the person who sees them. */
  messages(channelId: string, asUserId?: string): Message[];
  threads(parentId: string): Channel[];
  /** The contents of a file that the bot attached. @throws Error when there is none. */
  attachedFile(attachmentId: string): Uint8Array;
  scheduledEvents(): APIGuildScheduledEvent[];
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
  /** Of a role by name or id, `everyone` or `bot`. */
  setRolePermissions(role: string, permissions: bigint): void;
  /** What the server's settings say about a command; an empty list takes it back. */
  grantCommand(name: string, permissions: APIApplicationCommandPermission[]): void;
  deleteChannel(channelId: string): void;
  deleteMessage(channelId: string, messageId: string): void;
  patchThread(threadId: string, change: ThreadChange): void;

  /** How the gateway misbehaves, and how often it was asked for what. */
  readonly gateway: GatewayTrouble;
  isConnected(): boolean;
  /** Closes the bot's socket, with a code or without a word. */
  dropGateway(code?: number): void;
  requestReconnect(): void;
  invalidateSessions(resumable?: boolean): void;
  /** `outage`: Discord's fault, and over some time; otherwise the bot was removed from its guild. */
  takeGuildAway(why: { readonly outage: boolean }): void;
  bringGuildBack(): void;
  /** Told when a request has been answered. */
  onRequest(listener: (request: RecordedRequest) => void): () => void;
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}
