// Where a post stands, for a link to it.

import type { Delivery } from '../domain/delivery.ts';

/** Undefined while it has no message. A forum's post is a channel of its own. */
export function postUrl({ guildId, channelId, targetKind, results }: Delivery): string | undefined {
  const { message } = results;
  if (message === undefined) return undefined;
  const place = targetKind === 'forum' ? message : `${channelId}/${message}`;
  return `https://discord.com/channels/${guildId}/${place}`;
}
