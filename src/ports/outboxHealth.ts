import type { DeliveryState } from '../domain/delivery.ts';
import type { Instant } from '../domain/ids.ts';

/** States of rows that are still on their way. */
export type OpenState = Exclude<DeliveryState, 'sent' | 'dead'>;

export interface OutboxHealth {
  /** How many rows are on their way, by state. */
  countOpen(): Promise<ReadonlyMap<OpenState, number>>;
  /** Since when the longest waiting row could have gone: due, in a channel that nothing holds. Unset: nothing is late. */
  findOldestDue(now: Instant): Promise<Instant | undefined>;
}
