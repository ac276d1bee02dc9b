// A delivery is one thing to be brought to Discord exactly once: a row of the outbox.
// The protocol that moves it lives in delivery/; this file only says what a row is.

import type { ChannelKind } from './channelKind.ts';
import type { ArticleId, ChannelId, ConferenceId, DeliveryId, GuildId, Instant, SubscriptionId } from './ids.ts';
import { type Permission, permissionsToPost } from './permission.ts';
import type { EventRecord } from './scheduledEvent.ts';

/** conference: its card. notice: what changed in it, told where its card is discussed. event: Discord's own event. */
export type Purpose =
  | 'article'
  | 'alert'
  | 'reminder'
  | 'digest'
  | 'edit'
  | 'removal'
  | 'conference'
  | 'notice'
  | 'event';

/** What kind of place a delivery goes to. Read from Discord when it leaves; `direct`: its channel id is the person's. */
export type TargetKind = ChannelKind | 'direct';

/** One HTTP request that creates or changes something; steps are done in order, each at most once. */
export type Step = 'message' | 'thread' | 'question' | 'crosspost' | 'edit' | 'rename' | 'delete' | 'event';

/**
 * pending → sending → sent, or unknown (may have landed: look first), held (waits for a mend) or dead (given up, with a reason).
 * A step that is done puts the row back to pending with the next step, until none is left.
 */
export type DeliveryState = 'pending' | 'sending' | 'unknown' | 'held' | 'sent' | 'dead';

export const holdReasons = [
  'missingAccess',
  'missingPermissions',
  'channelGone',
  'historyHidden',
  'threadLocked',
  'threadsFull',
  'tagNeeded',
  'wrongChannel',
  'refused',
] as const;
/** What keeps a delivery waiting until somebody mends it. */
export type HoldReason = (typeof holdReasons)[number];

export const deadReasons = [
  'removedByPerson',
  'invalid',
  'blocked',
  'unreachable',
  'channelGone',
  'recovered',
  'unsubscribed',
  'neverPosted',
] as const;
/** Why nothing more is done about a delivery. */
export type DeadReason = (typeof deadReasons)[number];

/** Dead for a reason of the place it was sent to: told elsewhere, it may reach somebody. */
export const unreachedReasons: readonly DeadReason[] = ['unreachable', 'blocked', 'channelGone'];

export interface NewDelivery {
  readonly guildId: GuildId;
  readonly channelId: ChannelId;
  readonly targetKind: TargetKind;
  readonly purpose: Purpose;
  readonly steps: readonly [Step, ...Step[]];
  readonly subscriptionId?: SubscriptionId;
  readonly articleId?: ArticleId;
  readonly conferenceId?: ConferenceId;
  /** What the view needs beyond the article, as JSON; e.g. the facts of an alert. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** A second delivery with the same key is not made. */
  readonly dedupeKey?: string;
  /** Rows of a channel leave in this order, then in order of creation. */
  readonly orderedAt: Instant;
  /** Not before; unset: at once. A row that waits is ordered behind what may go sooner, so that it holds up nothing. */
  readonly dueAt?: Instant;
}

export interface Delivery extends Omit<NewDelivery, 'dueAt'> {
  readonly id: DeliveryId;
  readonly state: DeliveryState;
  /** The step to do next, or the last one when settled. */
  readonly step: Step;
  /** How often the current step was begun; fences off a worker that lost its lease. */
  readonly attempt: number;
  /** When the current step was first begun: from here on its message may exist. */
  readonly stepBegunAt?: Instant;
  readonly attemptedAt?: Instant;
  readonly dueAt: Instant;
  /** When it was planned: an article's, when the article was first seen. */
  readonly createdAt: Instant;
  /** Revision of the article that the message shows. */
  readonly revision: number;
  /** True once Discord called the full card invalid: title and link only. */
  readonly isPlain: boolean;
  /** Ids that finished steps gave: the message's, the thread's, the question's. */
  readonly results: Readonly<Partial<Record<Step, string>>>;
  /** The name its discussion was given, or that of a forum post on its way; another one now is a person's doing. */
  readonly threadName?: string;
  readonly reason?: HoldReason | DeadReason;
  readonly missing?: readonly Permission[];
  readonly heldAt?: Instant;
}

/** True for what brings something new to members, with a discussion of its own. */
export function isCard(purpose: Purpose): boolean {
  return purpose === 'article' || purpose === 'conference';
}

/** True once nothing more is to be done. */
export function isSettled({ state }: Pick<Delivery, 'state'>): boolean {
  return state === 'sent' || state === 'dead';
}

/** True where Discord may have something of it: its message is known, or a request for it was begun. */
export function mayBePosted({ results, stepBegunAt }: Pick<Delivery, 'results' | 'stepBegunAt'>): boolean {
  return results.message !== undefined || stepBegunAt !== undefined;
}

/** True where what comes after the row in its channel waits for it: what follows a message stands aside while it waits. */
export function holdsUpChannel({ step }: Pick<Delivery, 'step'>): boolean {
  return step === 'message';
}

/** True where its discussion has a starter question, or is to have one. */
export function mayHaveQuestion(delivery: Pick<Delivery, 'results' | 'steps' | 'step' | 'state'>): boolean {
  const { results, steps, step } = delivery;
  return results.question !== undefined || (!isSettled(delivery) && steps.indexOf(step) <= steps.indexOf('question'));
}

/** By what a message is found again: how a custom_id of one of its components ends. The card and the question may share a thread. */
export function markerOf(id: DeliveryId, step: Step): string {
  return step === 'question' ? `${id}.question` : id;
}

/** What a step brings, as moderators know it. */
export type Concern = 'posts' | 'discussions' | 'publishing' | 'changes' | 'events';

export function concernOf({ step }: Pick<Delivery, 'step'>): Concern {
  switch (step) {
    case 'message':
      return 'posts';
    case 'thread':
    case 'question':
      return 'discussions';
    case 'crosspost':
      return 'publishing';
    case 'edit':
    case 'rename':
    case 'delete':
      return 'changes';
    case 'event':
      return 'events';
  }
}

/** What must be allowed where it goes. An event goes to the guild itself. @param kind what the channel is now */
export function permissionsFor({ step, steps }: Delivery, kind: TargetKind): readonly Permission[] {
  return step === 'event' ? ['CreateEvents'] : permissionsToPost(steps.includes('thread'), kind);
}

export function isHoldReason(reason: Delivery['reason']): reason is HoldReason {
  return holdReasons.some((known) => known === reason);
}

/** What came of one HTTP step. */
export type Outcome =
  /**
   * @param threadName what the discussion is called now, where the step named it
   * @param event what is to be remembered of the conference's event
   */
  | { readonly kind: 'done'; readonly id: string; readonly threadName?: string; readonly event?: EventRecord }
  /** It may or may not have landed: connection lost, no answer in time, 5xx. */
  | { readonly kind: 'unknown'; readonly cause: string }
  /** It surely did not land and may simply be tried again: rate limit, no connection. */
  | { readonly kind: 'notSent'; readonly cause: string; readonly retryAfterMs?: number }
  /** It was posted before and a person removed it (10008 in answer to a create). */
  | { readonly kind: 'removed' }
  /** There is nothing to change: what it is about was never posted. */
  | { readonly kind: 'moot' }
  /** What it adds cannot be had here; the message stands without it. */
  | { readonly kind: 'needless'; readonly detail: string }
  /** The channel is not what it was taken for: of another kind, or with other tags. */
  | { readonly kind: 'unfit'; readonly detail: string }
  /** Discord calls the payload invalid (50035), or would. */
  | { readonly kind: 'invalid'; readonly detail: string }
  /** Nothing anybody mends would let this very thing through: a word filter, a person who takes no messages. */
  | { readonly kind: 'impossible'; readonly reason: 'blocked' | 'unreachable'; readonly detail: string }
  /** Settings of the server forbid it until somebody mends them. */
  | { readonly kind: 'refused'; readonly reason: HoldReason; readonly detail: string };

/** What a look for the marker of an unknown delivery found. */
export type Finding =
  | { readonly kind: 'found'; readonly id: string; readonly threadName?: string; readonly event?: EventRecord }
  | { readonly kind: 'absent' }
  /** What was posted is there no more: a person removed it. */
  | { readonly kind: 'removed' }
  /** The channel cannot be read, so nothing may be concluded. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'failed'; readonly cause: string };

/** What becomes of a row. Made by delivery/, written by store/. */
export type Transition =
  | { readonly to: 'done'; readonly id: string; readonly threadName?: string; readonly event?: EventRecord }
  /** The step is left out, and what builds on it. */
  | { readonly to: 'passed' }
  /** @param isUntouched Discord surely has nothing of it: it is as if it had never been tried */
  | { readonly to: 'pending'; readonly dueAt: Instant; readonly isPlain?: true; readonly isUntouched?: true }
  | { readonly to: 'unknown'; readonly dueAt: Instant; readonly isPlain?: true }
  | {
      readonly to: 'held';
      readonly reason: HoldReason;
      readonly missing: readonly Permission[];
      readonly isUntouched?: true;
    }
  | { readonly to: 'dead'; readonly reason: DeadReason };
