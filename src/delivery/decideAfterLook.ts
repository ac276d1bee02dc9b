// What becomes of a row whose last request may have landed, once its marker was looked for. Pure.
// Invariant: "not there" is concluded only from a channel that can be read, and an old create settles before it is repeated.

import type { Delivery, Finding, Transition } from '../domain/delivery.ts';
import type { Circumstances } from './decideAfterStep.ts';
import { drawFrom } from './pace.ts';
import { isRepeatable } from './repeatable.ts';

export function decideAfterLook(delivery: Delivery, finding: Finding, circumstances: Circumstances): Transition {
  const { now, timing, random, missing } = circumstances;
  switch (finding.kind) {
    case 'found': {
      const { kind: _, ...found } = finding;
      return { to: 'done', ...found };
    }
    case 'removed':
      return { to: 'dead', reason: 'removedByPerson' };
    case 'unreadable':
      return { to: 'held', reason: 'historyHidden', missing: missing.length > 0 ? missing : ['ReadMessageHistory'] };
    case 'failed':
      return { to: 'unknown', dueAt: now + drawFrom(timing.probeMs, random) };
    case 'absent':
      return mayRepeat(delivery, circumstances)
        ? { to: 'pending', dueAt: now }
        : { to: 'unknown', dueAt: (delivery.attemptedAt ?? now) + timing.settleMs };
  }
}

/** A message has one thread at most, so a second try makes none. Within Discord's nonce window a repeat is safe; beyond it, only when no late request can still be under way. */
function mayRepeat(delivery: Delivery, { now, timing }: Circumstances): boolean {
  if (isRepeatable(delivery.step) || delivery.step === 'thread') return true;
  const begunAt = delivery.stepBegunAt ?? now;
  const attemptedAt = delivery.attemptedAt ?? begunAt;
  const isCoveredByNonce = !takesNoNonce(delivery) && now - begunAt < timing.freshMs;
  return isCoveredByNonce || now - attemptedAt >= timing.settleMs;
}

/** Creates that Discord makes twice when they are sent twice. */
function takesNoNonce({ step, targetKind }: Delivery): boolean {
  return step === 'event' || (step === 'message' && targetKind === 'forum');
}
