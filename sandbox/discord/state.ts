// The things a Discord is made of, as the local one keeps them: people, guilds, roles, channels, messages.

import type {
  APIApplicationCommandPermission,
  APIGuildScheduledEvent,
  APIMessage,
  ChannelType,
} from 'discord-api-types/v10';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly displayName: string | null;
  readonly isBot: boolean;
  takesDirectMessages: boolean;
}

/** A person in one guild. */
export interface Member {
  roles: string[];
  readonly joinedAt: string;
}

export interface Role {
  readonly id: string;
  readonly guildId: string;
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

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly ownerId: string;
  readonly systemChannelId: string;
  readonly roles: Map<string, Role>;
  /** By the person's id. The bot is missing from a guild that it was removed from. */
  readonly members: Map<string, Member>;
  /** Threads included. Change it by World's own methods. */
  readonly channels: Map<string, Channel>;
  readonly scheduledEvents: Map<string, APIGuildScheduledEvent>;
  readonly commandPermissions: Map<string, APIApplicationCommandPermission[]>;
  /** False during an outage. */
  isAvailable: boolean;
  /** How many scheduled and active events it may have. */
  eventLimit: number;
  /** How many threads may be open at once. */
  activeThreadLimit: number;
}
