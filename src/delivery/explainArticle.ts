// What became of an article of a source, or would become of it, and why: for the preview. What was written down comes first;
// only what was never to be delivered is judged, by the judgement that planning uses.

import type { ArticleHistory } from '../domain/articleHistory.ts';
import { type Delivery, deadReasons, type HoldReason } from '../domain/delivery.ts';
import type { ChannelId } from '../domain/ids.ts';
import type { Permission } from '../domain/permission.ts';
import type { Subscription } from '../domain/subscription.ts';
import { type Judgement, judgeArticle } from './judgeArticle.ts';

export type Explanation =
  | {
      readonly kind: 'posted';
      readonly channelId: ChannelId;
      readonly messageId: string;
      readonly isElsewhere: boolean;
    }
  | {
      readonly kind: 'held';
      readonly channelId: ChannelId;
      readonly reason: HoldReason;
      readonly missing: readonly Permission[];
    }
  /** On its way · taken back by a person · not taken by Discord · ended with an earlier subscription. */
  | { readonly kind: 'waiting' | 'removed' | 'refused' | 'ended' }
  /** Of many at once: the moderators are asked · one message lists it · it was left out. */
  | { readonly kind: 'asked' | 'listed' | 'ignored' }
  | { readonly kind: 'skipped'; readonly judgement: Judgement & { readonly kind: 'skip' } }
  /** It would be posted if it were new. */
  | { readonly kind: 'wouldPost'; readonly butNow: 'seenBefore' | 'passedOver' };

export function explainArticle(
  { article, isBaseline, delivery, flood }: ArticleHistory,
  subscription: Pick<Subscription, 'pausedAt' | 'filter'>,
): Explanation {
  if (delivery) return explainDelivery(delivery, delivery.articleId !== article.id);
  if (flood === 'open') return { kind: 'asked' };
  if (flood !== undefined) return { kind: flood === 'digest' ? 'listed' : 'ignored' };
  const judgement = judgeArticle(article, subscription);
  if (judgement.kind === 'skip') return { kind: 'skipped', judgement };
  return { kind: 'wouldPost', butNow: isBaseline ? 'seenBefore' : 'passedOver' };
}

function explainDelivery({ state, reason, results, channelId, missing }: Delivery, isElsewhere: boolean): Explanation {
  if (reason === 'removedByPerson') return { kind: 'removed' };
  if (results.message !== undefined) return { kind: 'posted', channelId, messageId: results.message, isElsewhere };
  if (state === 'dead') return { kind: reason === 'invalid' ? 'refused' : 'ended' };
  if (state === 'held' && isHoldReason(reason)) return { kind: 'held', channelId, reason, missing: missing ?? [] };
  return { kind: 'waiting' };
}

function isHoldReason(reason: Delivery['reason']): reason is HoldReason {
  return reason !== undefined && !deadReasons.some((dead) => dead === reason);
}
