// Servers that invite the bot while it runs, each with the channel where its people will see a first word.

import { ChannelType, type Client, Events, type Guild, type GuildBasedChannel } from 'discord.js';
import type { Arrival } from '../domain/arrival.ts';
import type { ChannelId, GuildId } from '../domain/ids.ts';
import { permissionBits } from './createGuilds.ts';

export function watchArrivals(client: Client, arrived: (arrival: Arrival) => void): void {
  client.on(Events.GuildCreate, (guild) => {
    const channel = findFirstChannel(guild);
    arrived({
      guildId: guild.id as GuildId,
      ...(channel ? { channelId: channel.id as ChannelId } : {}),
      locale: guild.preferredLocale,
      joinedAt: guild.joinedTimestamp,
    });
  });
}

/** The channel for system messages, else the first text channel of the list. */
function findFirstChannel(guild: Guild): GuildBasedChannel | undefined {
  const texts = guild.channels.cache.filter(({ type }) => type === ChannelType.GuildText);
  const inOrder = [...texts.values()].sort((one, other) => positionOf(one) - positionOf(other));
  return [guild.systemChannel, ...inOrder].find((channel) => channel !== null && mayWrite(channel, guild)) ?? undefined;
}

function positionOf(channel: GuildBasedChannel): number {
  return 'rawPosition' in channel ? channel.rawPosition : 0;
}

function mayWrite(channel: GuildBasedChannel, { members: { me } }: Guild): boolean {
  const granted = me && channel.permissionsFor(me);
  return (
    !!granted &&
    (['ViewChannel', 'SendMessages', 'EmbedLinks'] as const).every((name) => granted.has(permissionBits[name]))
  );
}
