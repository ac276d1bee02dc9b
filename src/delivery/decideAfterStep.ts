// What becomes of a row once a step was tried. Pure: the one place that says when to repeat, hold or give up.
// Invariant: a create that may have landed is never repeated before it was looked for.

import type { Delivery, HoldReason, Outcome, Transition } from '../domain/delivery.ts';
import type { Instant } from '../domain/ids.ts';
import type { Permission } from '../domain/permission.ts';
import type { Timing } from '../domain/timing.ts';
import { drawFrom } from './pace.ts';
import { editPauseMs } from './planEdits.ts';

/** How often a change is tried that Discord refuses for a reason of its own, e.g. too many changes of an old message. */
const refusalsOfEdit = 5;

export interface Circumstances {
  readonly now: Instant;
  readonly timing: Timing;
  /** In [0, 1). */
  readonly random: () => number;
  /** What the bot lacks in the channel, from cached permissions; empty when nothing is known to be missing. */
  readonly missing: readonly Permission[];
}

export function decideAfterStep(delivery: Delivery, outcome: Outcome, circumstances: Circumstances): Transition {
  const { now, timing, random, missing } = circumstances;
  switch (outcome.kind) {
    case 'done':
      return { to: 'done', id: outcome.id };
    case 'unknown':
      // A change that may have landed is the same when it is made twice.
      if (delivery.step === 'edit') return { to: 'pending', dueAt: now + drawFrom(timing.probeMs, random) };
      return { to: 'unknown', dueAt: now + drawFrom(timing.retryMs, random) };
    case 'notSent':
      return { to: 'pending', dueAt: now + (outcome.retryAfterMs ?? drawFrom(timing.probeMs, random)) };
    case 'removed':
      return { to: 'dead', reason: 'removedByPerson' };
    case 'moot':
      return { to: 'dead', reason: 'neverPosted' };
    case 'invalid':
      return delivery.isPlain ? { to: 'dead', reason: 'invalid' } : { to: 'pending', dueAt: now, isPlain: true };
    case 'refused':
      if (delivery.step === 'edit') return decideAfterRefusedEdit(delivery, outcome.reason, circumstances);
      // The channel of a question is the thread: gone means that somebody removed the discussion.
      if (delivery.step === 'question' && outcome.reason === 'channelGone')
        return { to: 'dead', reason: 'removedByPerson' };
      return { to: 'held', reason: outcome.reason, missing };
  }
}

/** A change is not worth holding its channel up for reasons that nobody can be told to mend. */
function decideAfterRefusedEdit(delivery: Delivery, reason: HoldReason, { now, missing }: Circumstances): Transition {
  if (reason === 'channelGone') return { to: 'dead', reason: 'removedByPerson' };
  if (reason !== 'refused') return { to: 'held', reason, missing };
  return delivery.attempt < refusalsOfEdit
    ? { to: 'pending', dueAt: now + editPauseMs }
    : { to: 'dead', reason: 'invalid' };
}
