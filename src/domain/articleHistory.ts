// What became of an article for one subscription: as far as the bot has written it down, and in the words of a decision.

import type { Article } from './article.ts';
import type { Delivery, HoldReason } from './delivery.ts';
import type { FloodAnswer } from './flood.ts';
import type { ChannelId } from './ids.ts';
import type { Permission } from './permission.ts';

export interface ArticleHistory {
  readonly article: Article;
  /** True where it counts as seen: it was there before the guild followed the source, or came while that was paused. */
  readonly isBaseline: boolean;
  /** What brings it, or the same article of another source, to the subscription's channel. */
  readonly delivery?: Delivery;
  /** What the moderators decided when it came with many others; `open` while they have not. */
  readonly flood?: FloodAnswer | 'open';
}

/** Whether a subscription wants an article. */
export type Judgement =
  | { readonly kind: 'post' }
  | { readonly kind: 'skip'; readonly because: 'paused' | 'filterAny' }
  | { readonly kind: 'skip'; readonly because: 'filterAll' | 'filterNone'; readonly term: string };

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
  | { readonly kind: 'waiting'; readonly channelId: ChannelId }
  /** Taken back by a person · not taken by Discord · ended with an earlier subscription. */
  | { readonly kind: 'removed' | 'refused' | 'ended' }
  /** Of many at once: the moderators are asked · one message lists it · it was left out. */
  | { readonly kind: 'asked' | 'listed' | 'ignored' }
  | { readonly kind: 'skipped'; readonly judgement: Judgement & { readonly kind: 'skip' } }
  /** It would be posted if it were new. */
  | { readonly kind: 'wouldPost'; readonly butNow: 'seenBefore' | 'passedOver' };
