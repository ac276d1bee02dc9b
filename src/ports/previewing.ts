import type { Article } from '../domain/article.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import type { Subscription } from '../domain/subscription.ts';

/** Showing what would be posted, by the same way as it is posted. `Message` is what the views make. */
export interface Previewing<Message> {
  /** The card of an article as a subscription, or a recommendation, would post it, but for the delivery's marker. */
  composeCard(
    article: Article,
    subscription: Pick<Subscription, 'guildId' | 'channelId' | 'pingRoleId'>,
    recommendation?: Recommendation,
  ): Promise<Message>;
}
