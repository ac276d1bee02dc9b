// What moderators and members do to the server itself, without the bot: permissions, grants, deletions, messages.

import {
  type APIApplicationCommandPermission,
  type APIGuildScheduledEvent,
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
} from 'discord-api-types/v10';
import { forumTag } from '../forumTag.ts';
import type { TagFixture } from '../guildFixture.ts';
import { setRole } from '../memberRoles.ts';
import { channelPayload } from '../payloads/channelPayload.ts';
import { rolePayload } from '../payloads/guildPayload.ts';
import { messagePayload } from '../payloads/messagePayload.ts';
import { removeChannel } from '../rest/channelRoutes.ts';
import { postMessage, removeMessage } from '../rest/messageRoutes.ts';
import { listEvents } from '../scheduledEvents.ts';
import type { Channel, Guild, Message, Role } from '../state.ts';
import type { World } from '../world.ts';
import { defaultChannel, defaultUser } from './inputs.ts';

export interface OverwriteInput {
  readonly role: 'everyone' | 'bot';
  readonly allow?: bigint;
  readonly deny?: bigint;
}

/** As Discord's own requests spell it. */
export interface EventInput {
  readonly name: string;
  readonly description?: string;
  readonly scheduled_start_time: string;
  readonly scheduled_end_time: string;
  readonly entity_metadata: { readonly location: string };
  readonly status?: number;
}

export interface SayInput {
  readonly user?: string;
  readonly channel?: string;
  readonly content: string;
}

export interface ThreadChange {
  readonly archived?: boolean;
  readonly locked?: boolean;
  readonly name?: string;
}

export type SwitchableType = ChannelType.GuildText | ChannelType.GuildAnnouncement;
const switchable: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

export class Moderation {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** By name or id, in the first guild that has one; `everyone` and `bot` are understood. */
  role(name: string, guilds: Iterable<Guild> = this.#world.guilds.values()): Role {
    for (const { id, roles } of guilds) {
      const wanted = [...roles.values()].find((role) =>
        name === 'everyone' ? role.id === id : name === 'bot' ? role.botId : role.id === name || role.name === name,
      );
      if (wanted) return wanted;
    }
    throw new Error(`no role "${name}" in the local Discord`);
  }

  /** Of the first guild. @throws Error when there is none */
  event(id: string): APIGuildScheduledEvent {
    const found = listEvents(this.#world.guild).find((event) => event.id === id);
    if (!found) throw new Error(`no event ${id} in the local Discord`);
    return found;
  }

  setPermissions(channelId: string, overwrite: OverwriteInput): void {
    const channel = this.#world.getChannelNamed(channelId);
    const { id } = this.role(overwrite.role, [this.#world.guildOf(channel) ?? this.#world.guild]);
    const others = channel.overwrites.filter((one) => one.id !== id);
    channel.overwrites = [...others, { id, type: 0, allow: overwrite.allow ?? 0n, deny: overwrite.deny ?? 0n }];
    this.#tellOf(channel);
  }

  /** The forum's tags from now on; one whose name stays keeps its id. */
  setForumTags(channelId: string, tags: readonly TagFixture[]): void {
    const forum = this.#world.getChannelNamed(channelId);
    forum.tags = tags.map((tag) => forumTag(tag, forum.tags.find((one) => one.name === tag.name)?.id));
    for (const { thread } of this.#world.threadsOf(forum.id)) {
      if (thread) thread.appliedTags = thread.appliedTags.filter((id) => forum.tags.some((tag) => tag.id === id));
    }
    this.#tellOf(forum);
  }

  setRequiresTag(channelId: string, requiresTag: boolean): void {
    const forum = this.#world.getChannelNamed(channelId);
    forum.requiresTag = requiresTag;
    this.#tellOf(forum);
  }

  /** The one change of type that Discord offers: text to announcements and back. */
  setChannelType(channelId: string, type: SwitchableType): void {
    const channel = this.#world.getChannelNamed(channelId);
    if (!switchable.includes(channel.type)) throw new Error(`the type of "${channel.name}" cannot be changed`);
    channel.type = type;
    this.#tellOf(channel);
  }

  #tellOf(channel: Channel): void {
    const event = channel.thread ? GatewayDispatchEvents.ThreadUpdate : GatewayDispatchEvents.ChannelUpdate;
    this.#world.dispatch(event, channelPayload(this.#world, channel), GatewayIntentBits.Guilds);
  }

  setRolePermissions(name: string, permissions: bigint): void {
    const role = this.role(name);
    role.permissions = permissions;
    const data = { guild_id: role.guildId, role: rolePayload(role) };
    this.#world.dispatch(GatewayDispatchEvents.GuildRoleUpdate, data, GatewayIntentBits.Guilds);
  }

  grantCommand(name: string, permissions: APIApplicationCommandPermission[], guildId?: string): void {
    const guild = this.#world.getGuildNamed(guildId ?? this.#world.guild.id);
    const command = this.#world.commandsIn(guild).find((one) => one.name === name);
    if (!command) throw new Error(`no command "${name}" is registered`);
    if (permissions.length > 0) guild.commandPermissions.set(command.id, permissions);
    else guild.commandPermissions.delete(command.id);
    const { applicationId: application_id } = this.#world;
    const data = { id: command.id, application_id, guild_id: guild.id, permissions };
    this.#world.dispatch(GatewayDispatchEvents.ApplicationCommandPermissionsUpdate, data, 0);
  }

  deleteChannel(channelId: string): void {
    removeChannel(this.#world, this.#world.getChannelNamed(channelId));
  }

  deleteMessage(channelId: string, messageId: string): void {
    removeMessage(this.#world, this.#world.getChannelNamed(channelId), messageId);
  }

  /** The role by name or id says the guild. */
  setRole(user: string, roleName: string, has: boolean): void {
    const role = this.role(roleName);
    const guild = this.#world.getGuildNamed(role.guildId);
    const { id, name } = this.#world.getPersonNamed(user);
    if (!setRole(this.#world, guild, id, role.id, has)) throw new Error(`${name} is not in ${guild.name}`);
  }

  patchThread(threadId: string, change: ThreadChange): void {
    const channel = this.#world.getChannelNamed(threadId);
    if (!channel.thread) throw new Error(`"${channel.name}" is not a thread`);
    if (change.name !== undefined) channel.name = change.name;
    if (change.locked !== undefined) channel.thread.locked = change.locked;
    if (change.archived !== undefined) {
      channel.thread.archived = change.archived;
      channel.thread.archivedAt = new Date().toISOString();
    }
    this.#tellOf(channel);
  }

  say(input: SayInput): Message {
    const channel = this.#world.getChannelNamed(input.channel ?? defaultChannel);
    const author = this.#world.getPersonNamed(input.user ?? defaultUser);
    const message = messagePayload(this.#world, { channel, author, body: { content: input.content } });
    postMessage(this.#world, channel, message);
    return message;
  }
}
