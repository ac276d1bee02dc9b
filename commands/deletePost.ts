// "Delete post" in the menu of a message: takes a card back, from the card itself or from the question below it. Its discussion
// stays, and what it brought is not posted again.

import { type Delivery, isCard } from '../src/domain/delivery.ts';
import { Refusal } from '../src/domain/errors.ts';
import type { DeliveryId, GuildId } from '../src/domain/ids.ts';
import { defineMessageMenu } from '../src/kit/defineCommand.ts';
import { type Result, reply, update } from '../src/kit/result.ts';
import type { Outbox } from '../src/ports/outbox.ts';
import { postRemoval, postTakenBack } from '../src/views/postRemoval.ts';
import { findPostId } from './parts/findPost.ts';

interface DeletePostPorts {
  readonly outbox: Pick<Outbox, 'find' | 'takeBack'>;
}

export const deletePost = defineMessageMenu({
  name: 'deletePost',
  access: 'moderators',
  visibility: 'private',
  async run({ message, guildId, say }, { outbox }: DeletePostPorts) {
    const post = await getPost(findPostId(message), guildId, outbox);
    return reply(postRemoval({ deliveryId: post.id, hasDiscussion: hasDiscussion(post), say }));
  },
  actions: {
    takeBack: async ({ id, guildId, now, say }, { outbox }: DeletePostPorts): Promise<Result> => {
      const post = await getPost(id as DeliveryId, guildId, outbox);
      const came = await outbox.takeBack(post.id, guildId, now);
      if (came === 'unknown') throw new Refusal('postUnknown');
      return update(postTakenBack({ isFirst: came === 'taken', hasDiscussion: hasDiscussion(post), say }));
    },
  },
});

/** @throws Refusal for anything but a post of articles or of a conference on this server */
async function getPost(id: DeliveryId | undefined, guildId: GuildId, outbox: Pick<Outbox, 'find'>): Promise<Delivery> {
  const delivery = id === undefined ? undefined : await outbox.find(id);
  if (!delivery || !(isCard(delivery.purpose) || delivery.purpose === 'digest') || delivery.guildId !== guildId)
    throw new Refusal('postUnknown');
  return delivery;
}

function hasDiscussion({ results, targetKind }: Delivery): boolean {
  return results.thread !== undefined || targetKind === 'forum';
}
