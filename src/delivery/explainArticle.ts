// What became of an article of a source, or would become of it, and why: for the preview. What was written down comes first;
// only what was never to be delivered is judged, by the judgement that planning uses.

import type { ArticleHistory, Explanation } from '../domain/articleHistory.ts';
import { type Delivery, isHoldReason } from '../domain/delivery.ts';
import type { Subscription } from '../domain/subscription.ts';
import { judgeArticle } from './judgeArticle.ts';

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
  return { kind: 'waiting', channelId };
}
