// "Delete post" in the menu of a message: takes a card back, from the card itself or from the question below it. Its discussion
// stays, and what it brought is not posted again.

import { type Delivery, isCard } from '../src/domain/delivery.ts';
import { Refusal } from '../src/domain/errors.ts';
import type { DeliveryId, GuildId } from '../src/domain/ids.ts';
import { type Asked, defineMessageMenu } from '../src/kit/defineCommand.ts';
import { type Result, reply, update } from '../src/kit/result.ts';
import { sayIn } from '../src/kit/translate.ts';
import type { Articles } from '../src/ports/articles.ts';
import type { Audit } from '../src/ports/audit.ts';
import type { Outbox } from '../src/ports/outbox.ts';
import { postRemoval, postTakenBack } from '../src/views/postRemoval.ts';
import { oneLine } from '../src/views/text.ts';
import { findPostId } from './parts/findPost.ts';
import { record } from './parts/record.ts';

interface DeletePostPorts {
  readonly articles: Pick<Articles, 'get'>;
  readonly audit: Audit;
  readonly outbox: Pick<Outbox, 'find' | 'takeBack'>;
}

export const deletePost = defineMessageMenu({
  name: 'deletePost',
  access: 'moderators',
  visibility: 'private',
  auditsItself: true,
  async run({ message, guildId, say }, { outbox }: DeletePostPorts) {
    const post = await getPost(findPostId(message), guildId, outbox);
    return reply(postRemoval({ deliveryId: post.id, hasDiscussion: hasDiscussion(post), say }));
  },
  actions: {
    takeBack: async (pressed, ports: DeletePostPorts): Promise<Result> => {
      const { guildId, now, say } = pressed;
      const post = await getPost(pressed.id as DeliveryId, guildId, ports.outbox);
      const came = await ports.outbox.takeBack(post.id, guildId, now);
      if (came === 'unknown') throw new Refusal('postUnknown');
      if (came === 'taken') await recordTaken(post, pressed, ports);
      return update(postTakenBack({ isFirst: came === 'taken', hasDiscussion: hasDiscussion(post), say }));
    },
  },
});

async function recordTaken(post: Delivery, asked: Asked, ports: DeletePostPorts): Promise<void> {
  const article = post.articleId === undefined ? undefined : await ports.articles.get(post.articleId);
  const options = { channel: post.channelId, ...(article ? { article: oneLine(article.title) } : {}) };
  await record(sayIn('en')('commands.deletePost.title'), options, asked, ports);
}

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
