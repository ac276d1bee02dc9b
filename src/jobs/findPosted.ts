// Looks for what the last request of a delivery's step may have posted.

import { isRepeatable } from '../delivery/repeatable.ts';
import type { Delivery, Finding } from '../domain/delivery.ts';
import type { ChannelId, MessageId, UserId } from '../domain/ids.ts';
import { composeDiscussionName } from './composeMessage.ts';
import type { StepParts } from './stepParts.ts';

export async function findPosted(delivery: Delivery, parts: StepParts): Promise<Finding> {
  const { publisher, clock } = parts;
  const { step, id: deliveryId, guildId, channelId, targetKind, results } = delivery;
  const since = delivery.stepBegunAt ?? clock.now();
  if (isRepeatable(step)) return { kind: 'absent' };
  if (step === 'thread') return publisher.findThread(channelId, results.message as MessageId);
  if (step === 'question') {
    // In a forum's post, and in a thread, the card is in the same place and carries the same marker.
    const [place, card] = [results.thread ?? channelId, results.message];
    return publisher.findMessage(place as ChannelId, deliveryId, since, card as MessageId | undefined);
  }
  if (targetKind === 'forum') {
    const name = await composeDiscussionName(delivery, parts);
    return publisher.findPost({ guildId, forumId: channelId, deliveryId, name, since });
  }
  if (targetKind !== 'direct') return publisher.findMessage(channelId, deliveryId, since);
  const direct = await publisher.openDirect(channelId as string as UserId);
  if (direct.kind !== 'done') return { kind: 'failed', cause: direct.kind };
  return publisher.findMessage(direct.id as ChannelId, deliveryId, since);
}
