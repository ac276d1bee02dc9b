import type { Delivery, NewDelivery, Transition } from '../domain/delivery.ts';
import type { ChannelId, DeliveryId, GuildId, Instant } from '../domain/ids.ts';

/** What came of a moderator's wish; unknown: it is no post of articles in that guild. */
export type TakenBack = 'taken' | 'unknown' | 'already';

export interface Claim {
  /** The worker; random for each process. */
  readonly owner: string;
  readonly now: Instant;
  readonly leaseMs: number;
  readonly limit: number;
}

export interface HeldRoute {
  readonly guildId: GuildId;
  readonly channelId: ChannelId;
  readonly delivery: Delivery;
  readonly waiting: number;
}

export interface OutboxCounts {
  readonly waiting: number;
  readonly held: number;
  readonly sent: number;
  readonly dead: number;
}

export interface Outbox {
  find(id: DeliveryId): Promise<Delivery | undefined>;
  /** Adds rows outside of a reading, e.g. alerts; a row whose dedupe key exists is left out. */
  add(deliveries: readonly NewDelivery[], now: Instant): Promise<number>;
  /** Takes due rows for a worker: the first unsettled row of each channel, none that another worker holds. */
  claimDue(claim: Claim): Promise<Delivery[]>;
  /** Before the request leaves: state sending, attempt + 1. Undefined when the lease was lost. */
  markSending(delivery: Delivery, owner: string, now: Instant): Promise<Delivery | undefined>;
  /** Writes what became of it and gives up the lease, unless the lease was lost. Returns the row as it now stands. */
  record(delivery: Delivery, owner: string, transition: Transition, now: Instant): Promise<Delivery | undefined>;
  /** Rows a dead process left in `sending` become unknown. Call once, while no other worker can be alive. */
  recoverAbandoned(now: Instant): Promise<number>;
  /** The first held row of each channel. */
  listHeld(): Promise<HeldRoute[]>;
  /** Lets a channel's held rows go again, and forgets that its moderators were told. */
  releaseHeld(channelId: ChannelId, now: Instant): Promise<number>;
  /** Ends a post of articles where it is, and adds the row that removes its card. Its discussion stays. */
  takeBack(id: DeliveryId, guildId: GuildId, now: Instant): Promise<TakenBack>;
  count(guildId: GuildId): Promise<OutboxCounts>;
}
