// What becomes of a row once a step was tried. Pure: the one place that says when to repeat, hold, leave out or give up.
// Invariant: a create that may have landed is never repeated before it was looked for.

import { type Delivery, type HoldReason, holdsUpChannel, type Outcome, type Transition } from '../domain/delivery.ts';
import type { Instant } from '../domain/ids.ts';
import type { Permission } from '../domain/permission.ts';
import type { Timing } from '../domain/timing.ts';
import { drawFrom } from './pace.ts';
import { editPauseMs } from './planEdits.ts';
import { isRepeatable } from './repeatable.ts';

/** How often a change is tried that Discord refuses for a reason of its own, e.g. too many changes of an old message. */
const refusalsOfEdit = 5;
/** Bounds of the pause between two tries of what Discord puts off; tries that a crash cut short count, too, so it stays short. */
const shortestPatienceMs = 500;
const longestPatienceMs = 60_000;
/** How often a channel is described anew when it turns out to be another kind than it was. */
const descriptions = 2;

export interface Circumstances {
  readonly now: Instant;
  readonly timing: Timing;
  /** In [0, 1). */
  readonly random: () => number;
  /** What the bot lacks in the channel, from cached permissions; empty when nothing is known to be missing. */
  readonly missing: readonly Permission[];
  /** At least so long ago the last request was made, whatever was done to the clock meanwhile. Milliseconds. */
  readonly quietMs: number;
}

export function decideAfterStep(delivery: Delivery, outcome: Outcome, circumstances: Circumstances): Transition {
  const transition = decide(delivery, outcome, circumstances);
  // It never left: what was sent before may still have landed, and is looked for again.
  if (delivery.state === 'unknown' && transition.to === 'pending') return { ...transition, to: 'unknown' };
  const goesOn = transition.to === 'pending' || transition.to === 'held';
  return goesOn && outcome.kind !== 'unknown' && isFirstTry(delivery)
    ? { ...transition, isUntouched: true }
    : transition;
}

/** Whether its message was not tried before this very request, so that an answer to it tells all there is. */
function isFirstTry(delivery: Delivery): boolean {
  const { state, stepBegunAt, attemptedAt } = delivery;
  const isBegun = stepBegunAt !== undefined;
  return (
    holdsUpChannel(delivery) && (isBegun ? state === 'sending' && stepBegunAt === attemptedAt : state === 'pending')
  );
}

function decide(delivery: Delivery, outcome: Outcome, circumstances: Circumstances): Transition {
  const { now, timing, random, missing } = circumstances;
  switch (outcome.kind) {
    case 'done': {
      const { kind: _, ...done } = outcome;
      return { to: 'done', ...done };
    }
    case 'unknown':
      return isRepeatable(delivery.step)
        ? { to: 'pending', dueAt: now + drawFrom(timing.probeMs, random) }
        : { to: 'unknown', dueAt: now + drawFrom(timing.retryMs, random) };
    case 'notSent':
      return {
        to: 'pending',
        dueAt: now + Math.max(patienceMs(delivery), outcome.retryAfterMs ?? drawFrom(timing.probeMs, random)),
      };
    case 'removed':
      return decideAfterRemoval(delivery);
    case 'moot':
      return { to: 'dead', reason: 'neverPosted' };
    case 'needless':
      return { to: 'passed' };
    case 'unfit':
      return delivery.attempt < descriptions
        ? { to: 'pending', dueAt: now }
        : { to: 'held', reason: 'wrongChannel', missing };
    case 'invalid':
      if (delivery.step === 'event') return { to: 'dead', reason: 'invalid' };
      if (!showsCard(delivery)) return { to: 'passed' };
      return delivery.isPlain ? { to: 'dead', reason: 'invalid' } : { to: 'pending', dueAt: now, isPlain: true };
    case 'impossible':
      return showsCard(delivery) || delivery.step === 'event'
        ? { to: 'dead', reason: outcome.reason }
        : { to: 'passed' };
    case 'refused':
      return decideAfterRefusal(delivery, outcome.reason, circumstances);
  }
}

/** However short a time Discord names, a request that is refused again and again is made ever more seldom. Milliseconds. */
function patienceMs({ attempt }: Delivery): number {
  return attempt === 0 ? 0 : Math.min(shortestPatienceMs * 2 ** (attempt - 1), longestPatienceMs);
}

/** What is about a message that a person removed has nothing left to do; what follows in a discussion is left out. */
function decideAfterRemoval({ step }: Delivery): Transition {
  return step === 'question' || step === 'delete' ? { to: 'passed' } : { to: 'dead', reason: 'removedByPerson' };
}

function decideAfterRefusal(delivery: Delivery, reason: HoldReason, circumstances: Circumstances): Transition {
  const { step, attempt, targetKind } = delivery;
  const { now, missing } = circumstances;
  // No setting of a server lets a message through to a person.
  if (targetKind === 'direct') return { to: 'dead', reason: 'unreachable' };
  // A guild that is gone says nothing about the event in it.
  if (step === 'event' && reason === 'channelGone') return { to: 'dead', reason: 'channelGone' };
  if (reason === 'channelGone' && !holdsUpChannel(delivery)) return decideAfterRemoval(delivery);
  // Its card shows the change: nobody has to open a discussion again for the word of it.
  if (isInDiscussion(delivery) && (reason === 'threadLocked' || reason === 'channelGone'))
    return { to: 'dead', reason: 'channelGone' };
  // A discussion that a person closed is left as it is.
  if (step === 'rename' || (reason === 'threadLocked' && (step === 'question' || step === 'edit')))
    return { to: 'passed' };
  // A change is not worth a question to moderators for reasons that nobody can be told to mend.
  if (step === 'edit' && reason === 'refused')
    return attempt < refusalsOfEdit ? { to: 'pending', dueAt: now + editPauseMs } : { to: 'dead', reason: 'invalid' };
  return { to: 'held', reason, missing };
}

function isInDiscussion({ purpose, targetKind }: Delivery): boolean {
  return purpose === 'notice' && targetKind === 'thread';
}

/** Steps that show the card itself, in full or in plain words. */
function showsCard({ step }: Pick<Delivery, 'step'>): boolean {
  return step === 'message' || step === 'edit';
}
