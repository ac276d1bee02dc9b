// Whether a guild wants an article of a source it follows. The one judgement: what is planned and what a preview shows both
// come from here.

import type { Article } from '../domain/article.ts';
import type { Judgement } from '../domain/articleHistory.ts';
import { emptyFilter, judgeByFilter } from '../domain/filter.ts';
import type { Subscription } from '../domain/subscription.ts';

export function judgeArticle(article: Article, subscription: Pick<Subscription, 'pausedAt' | 'filter'>): Judgement {
  if (subscription.pausedAt !== undefined) return { kind: 'skip', because: 'paused' };
  const verdict = judgeByFilter(article, subscription.filter ?? emptyFilter);
  if (verdict.kind === 'wanted') return { kind: 'post' };
  return verdict.because === 'filterAny'
    ? { kind: 'skip', because: verdict.because }
    : { kind: 'skip', because: verdict.because, term: verdict.term };
}
