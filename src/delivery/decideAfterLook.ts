// When the marker of a row whose last request may have landed is looked for, and what becomes of the row then. Pure.
// Invariant: "not there" is concluded only from a channel that can be read, and an old create settles before it is repeated.

import { type Delivery, type Finding, holdsUpChannel, type Transition } from '../domain/delivery.ts';
import type { Instant } from '../domain/ids.ts';
import type { Timing } from '../domain/timing.ts';
import type { Circumstances } from './decideAfterStep.ts';
import { drawFrom } from './pace.ts';
import { isRepeatable } from './repeatable.ts';

/** True where a request may have landed that Discord would not know again by its nonce: sent anew, it might be there twice. */
export function mustBeLookedFor(delivery: Delivery, now: Instant, { freshMs }: Timing): boolean {
  const { state, stepBegunAt = now, attemptedAt = stepBegunAt } = delivery;
  if (state === 'unknown') return true;
  // The last request was refused, but not the first: that one was lost, and may have landed after it was looked for.
  const mayBeThere = attemptedAt !== stepBegunAt && !isSafeTwice(delivery) && !takesNoNonce(delivery);
  return mayBeThere && (now - stepBegunAt >= freshMs || isTakenBack(delivery));
}

/** @returns undefined where it is to be sent again, now: it is not there, or its nonce makes one of both */
export function decideAfterLook(
  delivery: Delivery,
  finding: Finding,
  circumstances: Circumstances,
): Transition | undefined {
  const { now, timing, random, missing } = circumstances;
  switch (finding.kind) {
    case 'found': {
      const { kind: _, ...found } = finding;
      return { to: 'done', ...found };
    }
    case 'removed':
      return { to: 'dead', reason: 'removedByPerson' };
    case 'unreadable':
      return { to: 'held', reason: 'historyHidden', missing };
    case 'failed':
      return { to: 'unknown', dueAt: now + drawFrom(timing.probeMs, random) };
    case 'absent':
      return mayRepeat(delivery, circumstances)
        ? undefined
        : { to: 'unknown', dueAt: now + timing.settleMs - settledMs(delivery, circumstances) };
  }
}

/**
 * What it is to be sent as once decideAfterLook says so: a message that is not there, with nothing under way any more, is as if it
 * had never been tried. A refusal then tells all there is, and it may go elsewhere.
 */
export function withoutTraces(delivery: Delivery, circumstances: Circumstances): Delivery {
  const mayStillLand = settledMs(delivery, circumstances) < circumstances.timing.settleMs;
  if (mayStillLand || !holdsUpChannel(delivery)) return delivery;
  const { stepBegunAt: _, attemptedAt: __, ...untried } = delivery;
  return { ...untried, state: 'pending' };
}

/** Within Discord's nonce window a repeat is safe; beyond it, only when no late request can still be under way. */
function mayRepeat(delivery: Delivery, circumstances: Circumstances): boolean {
  if (isSafeTwice(delivery)) return true;
  const { now, timing } = circumstances;
  const { stepBegunAt = now } = delivery;
  const isCoveredByNonce = !takesNoNonce(delivery) && !isTakenBack(delivery) && now - stepBegunAt < timing.freshMs;
  return isCoveredByNonce || settledMs(delivery, circumstances) >= timing.settleMs;
}

/** How long nothing was asked of Discord for it, as far as both clocks agree. */
function settledMs({ attemptedAt }: Delivery, { now, quietMs }: Circumstances): number {
  return attemptedAt === undefined ? Number.POSITIVE_INFINITY : Math.min(now - attemptedAt, quietMs);
}

/** A message has one thread at most, so a second try makes none. */
function isSafeTwice({ step }: Delivery): boolean {
  return isRepeatable(step) || step === 'thread';
}

/** Creates that Discord makes twice when they are sent twice. */
function takesNoNonce({ step, targetKind }: Delivery): boolean {
  return step === 'event' || (step === 'message' && targetKind === 'forum');
}

/** True once moderators took it back before it was known to be there: it is not made any more, and removed where it is found. */
export function isTakenBack({ reason }: Delivery): boolean {
  return reason === 'removedByPerson';
}
