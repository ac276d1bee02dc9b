// The local Discord as the page shows it: its first guild and the direct messages.

import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { LocalDiscord } from './localDiscordInterface.ts';
import { userPayload } from './payloads/userPayload.ts';
import { guildPermissions, mayView } from './permissions.ts';
import { listEvents } from './scheduledEvents.ts';
import type { Channel, Message, Person } from './state.ts';
import type { World } from './world.ts';

interface ViewedChannel extends Pick<Channel, 'id' | 'name' | 'type' | 'parentId'> {
  readonly archived: boolean;
  readonly messageCount: number;
  /** Names of the tags of a forum's post. */
  readonly tags: readonly string[];
}

interface ViewedUser extends Pick<Person, 'id' | 'name'> {
  readonly isModerator: boolean;
  readonly canView: readonly string[];
}

export interface ViewedState {
  readonly guild: { readonly id: string; readonly name: string };
  readonly botUser: unknown;
  readonly channels: readonly ViewedChannel[];
  readonly users: readonly ViewedUser[];
  /** Oldest first, ephemeral ones with `visibleTo`. */
  readonly messages: Readonly<Record<string, readonly Message[]>>;
  readonly commands: LocalDiscord['commands'] extends () => infer Commands ? Commands : never;
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly scheduledEvents: readonly unknown[];
  readonly violations: LocalDiscord['violations'];
  readonly requestCount: number;
}

export function viewState(world: World, discord: LocalDiscord): ViewedState {
  const { guild } = world;
  const direct = [...world.channels.values()].filter((channel) => !channel.guildId);
  const channels = [...guild.channels.values(), ...direct];
  const people = [...world.people.values()].filter((person) => !person.isBot && person.id !== guild.ownerId);
  return {
    guild: { id: guild.id, name: guild.name },
    botUser: userPayload(world.bot),
    channels: channels.map((channel) => ({
      id: channel.id,
      name: channel.name,
      type: channel.type,
      parentId: channel.parentId,
      archived: channel.thread?.archived ?? false,
      messageCount: world.messagesIn(channel.id).length,
      tags: tagNames(world, channel),
    })),
    users: people.map((person) => ({
      id: person.id,
      name: person.name,
      isModerator: (guildPermissions(guild, person.id) & PermissionFlagsBits.ManageGuild) !== 0n,
      canView: channels.filter((channel) => mayView(world, person.id, channel)).map((channel) => channel.id),
    })),
    messages: Object.fromEntries(channels.map((channel) => [channel.id, world.messagesIn(channel.id)])),
    commands: discord.commands(),
    roles: [...guild.roles.values()].map(({ id, name }) => ({ id, name })),
    scheduledEvents: listEvents(guild),
    violations: discord.violations,
    requestCount: discord.requests.length,
  };
}

function tagNames(world: World, { parentId, thread }: Channel): string[] {
  const tags = world.channels.get(parentId ?? '')?.tags ?? [];
  return tags.filter((tag) => thread?.appliedTags.includes(tag.id)).map((tag) => tag.name);
}
