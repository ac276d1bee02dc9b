// The message whose menu was used, as the commands know it.

import type { MessageContextMenuCommandInteraction } from 'discord.js';
import type { ChannelId, MessageId } from '../domain/ids.ts';
import type { TargetMessage } from '../kit/defineCommand.ts';

export function readTarget({ targetMessage, client }: MessageContextMenuCommandInteraction): TargetMessage {
  return {
    id: targetMessage.id as MessageId,
    channelId: targetMessage.channelId as ChannelId,
    isOwn: targetMessage.author.id === client.user.id,
    customIds: targetMessage.components.flatMap((component) => customIdsIn(component.toJSON())),
  };
}

/** Of a component and all within it. */
function customIdsIn(component: unknown): string[] {
  if (typeof component !== 'object' || component === null) return [];
  const own = 'custom_id' in component && typeof component.custom_id === 'string' ? [component.custom_id] : [];
  const within = 'components' in component && Array.isArray(component.components) ? component.components : [];
  const beside = 'accessory' in component ? [component.accessory] : [];
  return [...own, ...[...within, ...beside].flatMap(customIdsIn)];
}
