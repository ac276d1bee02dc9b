import type { Concern, Delivery, NewDelivery, Step, TargetKind, Transition } from '../domain/delivery.ts';
import type { ChannelId, DeliveryId, GuildId, Instant } from '../domain/ids.ts';
import type { EventRecord } from '../domain/scheduledEvent.ts';
import type { PlannedRecovery } from './planning.ts';

/** What came of a moderator's wish; unknown: it is no post of articles in that guild. */
export type TakenBack = 'taken' | 'unknown' | 'already';

export interface Claim {
  /** The worker; random for each process. */
  readonly owner: string;
  readonly now: Instant;
  readonly leaseMs: number;
  readonly limit: number;
  /** Rows at one of these steps are left where they are. */
  readonly except?: readonly Step[];
  /** Only rows at this step are taken. */
  readonly only?: Step;
  /** What this worker is still doing: its lease is not renewed. */
  readonly underWay?: readonly DeliveryId[];
}

/** What is known of a row once its channel was described: written down before its first request leaves. */
export interface Fitting {
  readonly targetKind: TargetKind;
  readonly steps: Delivery['steps'];
  /** What the forum post is called, if the request lands. */
  readonly threadName?: string;
  /** What the conference's event will be, if the request lands. */
  readonly event?: EventRecord;
}

/** What is held of a channel: the posts themselves, or something that follows them while they go out. */
export interface HeldRoute {
  readonly guildId: GuildId;
  readonly channelId: ChannelId;
  /** The first one. */
  readonly delivery: Delivery;
  readonly concern: Concern;
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
  /**
   * Takes due rows for a worker, none that another worker holds: the first unsettled one of each channel, where one that follows
   * a message (discussion, publishing, edit) stands aside while it waits.
   */
  claimDue(claim: Claim): Promise<Delivery[]>;
  /** Before the request leaves: state sending, attempt + 1. Undefined when the lease was lost. */
  markSending(delivery: Delivery, owner: string, now: Instant, fitting?: Fitting): Promise<Delivery | undefined>;
  /**
   * One transaction: what became of it, the end of the lease, and what moderators are to hear of it, unless the lease was lost.
   * @returns the row as it now stands
   */
  record(
    delivery: Delivery,
    owner: string,
    transition: Transition,
    now: Instant,
    alerts?: readonly NewDelivery[],
  ): Promise<Delivery | undefined>;
  /** Rows a dead process left in `sending` become unknown. Call once, while no other worker can be alive. */
  recoverAbandoned(now: Instant): Promise<number>;
  /** When this channel published messages to other servers since `since`. */
  listCrossposts(channelId: ChannelId, since: Instant): Promise<Instant[]>;
  listHeld(): Promise<HeldRoute[]>;
  /** Lets a channel's held rows go again. The moderators' alert about it stands until they are done. */
  releaseHeld(channelId: ChannelId, now: Instant): Promise<number>;
  /** Ends the alerts about channels in which nothing is held or tried again; moderators are told anew when one is held again. */
  endHeldAlerts(now: Instant, recovery: (alerts: readonly Delivery[], now: Instant) => PlannedRecovery): Promise<void>;
  /** Whether a row at this step is due, or soon will be, in a channel in which no post is held. */
  isAwaited(step: Step, now: Instant): Promise<boolean>;
  /** Guilds with articles that are due and not posted yet, in a channel in which no post is held. */
  listWaitingGuilds(now: Instant): Promise<GuildId[]>;
  /** Ends the alerts whose keys begin with `prefix`, but those of the guilds in `except`. */
  endGuildAlerts(
    prefix: string,
    except: readonly GuildId[],
    now: Instant,
    recovery: (alerts: readonly Delivery[], now: Instant) => PlannedRecovery,
  ): Promise<void>;
  /** Discussions and publishing that are held in a channel are left out. @returns how many posts stand without */
  leaveOut(channelId: ChannelId, now: Instant): Promise<number>;
  /** Ends what nobody mended: what follows a post and was begun before `begunBefore`, posts of channels gone since before `goneBefore`. */
  giveUpHeld(limits: { readonly begunBefore: Instant; readonly goneBefore: Instant }, now: Instant): Promise<number>;
  /** Ends a post, or the first word to a server, where it is, and adds the row that removes its message. Its discussion stays. */
  takeBack(id: DeliveryId, guildId: GuildId, now: Instant): Promise<TakenBack>;
  count(guildId: GuildId): Promise<OutboxCounts>;
}
