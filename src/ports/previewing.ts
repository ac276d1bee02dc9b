import type { Article } from '../domain/article.ts';
import type { Subscription } from '../domain/subscription.ts';

/** Showing what would be posted, by the same way as it is posted. `Message` is what the views make. */
export interface Previewing<Message> {
  /** The card of an article as a subscription would post it, but for the delivery's marker. */
  composeCard(article: Article, subscription: Subscription): Promise<Message>;
}
