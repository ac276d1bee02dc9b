// What a channel is at the moment of a delivery: from the gateway's cache while that is fresh, else asked for.

import {
  type APIChannel,
  type APIGuildForumChannel,
  ChannelFlags,
  ChannelType,
  type Client,
  PermissionFlagsBits,
  Routes,
  Status,
} from 'discord.js';
import type { Outcome } from '../domain/delivery.ts';
import type { ChannelId } from '../domain/ids.ts';
import type { Place } from '../domain/place.ts';
import type { Requests } from './createRequests.ts';
import { outcomeOfError } from './errors.ts';

/** The kinds of channels that take posts. */
export const channelKinds: ReadonlyMap<ChannelType, Place['kind']> = new Map([
  [ChannelType.GuildText, 'text'],
  [ChannelType.GuildAnnouncement, 'announcement'],
  [ChannelType.GuildForum, 'forum'],
  [ChannelType.GuildMedia, 'forum'],
  [ChannelType.PublicThread, 'thread'],
  [ChannelType.PrivateThread, 'thread'],
  [ChannelType.AnnouncementThread, 'thread'],
]);

/** What the gateway has told; undefined while it is not connected or has not told. */
export function findKnownPlace(client: Client, channelId: ChannelId): Place | undefined {
  const channel = client.ws.status === Status.Ready ? client.channels.cache.get(channelId) : undefined;
  const kind = channel && channelKinds.get(channel.type);
  if (!channel || !kind || channel.isDMBased()) return undefined;
  const self = channel.guild.members.me;
  const mayManageThreads = self ? channel.permissionsFor(self)?.has(PermissionFlagsBits.ManageThreads) === true : false;
  const archiveAfterMinutes = 'defaultAutoArchiveDuration' in channel ? channel.defaultAutoArchiveDuration : undefined;
  return {
    kind,
    mayManageThreads,
    tags:
      'availableTags' in channel
        ? channel.availableTags.map(({ id, name, moderated }) => ({ id, name, isModerated: moderated }))
        : [],
    requiresTag: channel.flags.has(ChannelFlags.RequireTag),
    ...(archiveAfterMinutes ? { archiveAfterMinutes } : {}),
  };
}

/** @returns the outcome where Discord does not tell, or the channel takes no posts */
export async function askForPlace(
  requests: Requests,
  channelId: ChannelId,
): Promise<{ readonly kind: 'place'; readonly place: Place } | Outcome> {
  try {
    const channel = await requests.send<APIChannel>('GET', Routes.channel(channelId));
    const kind = channelKinds.get(channel.type);
    if (!kind) return { kind: 'refused', reason: 'wrongChannel', detail: `type ${channel.type}` };
    return { kind: 'place', place: { kind, ...forumFacts(channel as APIGuildForumChannel), mayManageThreads: false } };
  } catch (error) {
    const outcome = outcomeOfError(error);
    // Asking changes nothing, so whatever came of it, nothing of the delivery has landed.
    return outcome.kind === 'unknown' ? { kind: 'notSent', cause: outcome.cause } : outcome;
  }
}

/** Other channels lack what only forums have. */
function forumFacts({ available_tags = [], flags, default_auto_archive_duration }: Partial<APIGuildForumChannel>) {
  return {
    tags: available_tags.map(({ id, name, moderated }) => ({ id, name, isModerated: moderated })),
    requiresTag: (Number(flags ?? 0) & ChannelFlags.RequireTag) !== 0,
    ...(default_auto_archive_duration ? { archiveAfterMinutes: default_auto_archive_duration } : {}),
  };
}
