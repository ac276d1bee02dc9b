// Asks once more before a post is taken back, and says what came of it.

import type { DeliveryId } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { buttonRow, confirmButton, container, present, textBlock } from './blocks.ts';
import { notice } from './notice.ts';

export interface PostRemoval {
  readonly deliveryId: DeliveryId;
  readonly hasDiscussion: boolean;
  readonly say: Say;
}

export function postRemoval({ deliveryId, hasDiscussion, say }: PostRemoval): MessageView {
  const question = withDiscussion(say('postRemoval.ask'), hasDiscussion, say);
  const confirm = confirmButton(say('postRemoval.takeBack'), customId('deletePost', 'takeBack', deliveryId));
  return { components: [container([textBlock(question), ...present(buttonRow([confirm]))])] };
}

export interface PostTakenBack {
  /** False where somebody had it taken back before. */
  readonly isFirst: boolean;
  readonly hasDiscussion: boolean;
  readonly say: Say;
}

export function postTakenBack({ isFirst, hasDiscussion, say }: PostTakenBack): MessageView {
  return notice(isFirst ? withDiscussion(say('postRemoval.taken'), hasDiscussion, say) : say('postRemoval.already'));
}

function withDiscussion(sentence: string, hasDiscussion: boolean, say: Say): string {
  return hasDiscussion ? `${sentence} ${say('postRemoval.discussionStays')}` : sentence;
}
