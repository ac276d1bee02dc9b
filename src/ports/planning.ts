// What is to be delivered because of a reading. Decided purely, by delivery/, and asked inside the transaction that saves
// the reading, so that content and outbox rows are committed together.

import type { Article } from '../domain/article.ts';
import type { Delivery, NewDelivery } from '../domain/delivery.ts';
import type { NewFlood } from '../domain/flood.ts';
import type { DeliveryId, Instant } from '../domain/ids.ts';
import type { GuildSettings } from '../domain/settings.ts';
import type { Source } from '../domain/source.ts';
import type { Subscription } from '../domain/subscription.ts';

/** A subscription that wants an article, with the settings of its guild. */
export interface Interest {
  readonly subscription: Subscription;
  readonly settings: GuildSettings;
}

/** New articles of one source. */
export interface News {
  /** Oldest first. */
  readonly articles: readonly Article[];
  readonly seenAt: Instant;
  /** The reading before this one. */
  readonly lastReadAt?: Instant;
}

/** A question to the moderators, with the alert that asks it; its payload is completed with the flood's id. */
export interface PlannedFlood {
  readonly flood: NewFlood;
  readonly alert?: NewDelivery;
}

export interface PlannedNews {
  readonly deliveries: readonly NewDelivery[];
  readonly floods: readonly PlannedFlood[];
}

/** What becomes of the alerts of a trouble that is over. */
export interface PlannedRecovery {
  /** Alerts that never left: nobody needs to hear of the trouble any more. */
  readonly dropped: readonly DeliveryId[];
  readonly edits: readonly NewDelivery[];
}

export interface Planning {
  news(news: News, interests: readonly Interest[]): PlannedNews;
  /** @param deliveries all that were made for an article that changed */
  edits(deliveries: readonly Delivery[], now: Instant): readonly NewDelivery[];
  /** @param source with its trouble @param interests the active subscriptions */
  troubleAlerts(source: Source, interests: readonly Interest[], now: Instant): readonly NewDelivery[];
  /** @param alerts all that told of the trouble that is over */
  recovery(alerts: readonly Delivery[], now: Instant): PlannedRecovery;
}
