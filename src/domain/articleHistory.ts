// What became of an article for one subscription, as far as the bot has written it down.

import type { Article } from './article.ts';
import type { Delivery } from './delivery.ts';
import type { FloodAnswer } from './flood.ts';

export interface ArticleHistory {
  readonly article: Article;
  /** True where it counts as seen: it was there before the guild followed the source, or came while that was paused. */
  readonly isBaseline: boolean;
  /** What brings it, or the same article of another source, to the subscription's channel. */
  readonly delivery?: Delivery;
  /** What the moderators decided when it came with many others; `open` while they have not. */
  readonly flood?: FloodAnswer | 'open';
}
