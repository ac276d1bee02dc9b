// Whether Discord takes a kind of request at all. While it answers 5xx everywhere, one probe is made now and then instead of one
// for each channel; the first success frees the rest. In memory: after a restart three failures find it out again.

import type { Outcome, Step } from '../domain/delivery.ts';
import type { Instant } from '../domain/ids.ts';
import type { Timing } from '../domain/timing.ts';
import { drawFrom } from './pace.ts';

/** Failures in a row, whatever the channel, after which a kind of request rests. One channel's own trouble is no such row. */
const failuresInARow = 3;

interface Trouble {
  failures: number;
  since: Instant;
  probeAt: Instant;
}

export interface RouteHealth {
  note(step: Step, outcome: Outcome, now: Instant): void;
  /** Steps that are not to be tried now. */
  resting(): readonly Step[];
  /** A step of which one may be tried now, to see whether the trouble is over; it rests again from then on. */
  takeProbe(now: Instant): Step | undefined;
  /** Nothing is waiting to be tried, so that nothing is known of the trouble any more. */
  forget(step: Step): void;
  /** Since when the oldest trouble lasts. */
  troubleSince(): Instant | undefined;
}

export function createRouteHealth(timing: Pick<Timing, 'probeMs'>, random: () => number = Math.random): RouteHealth {
  const troubles = new Map<Step, Trouble>();
  const isResting = ({ failures }: Trouble) => failures >= failuresInARow;
  // A pause longer than any was drawn by a clock that was set back since.
  const isProbeDue = ({ probeAt }: Trouble, now: Instant) => probeAt <= now || probeAt > now + timing.probeMs[1];
  return {
    note(step, outcome, now) {
      if (outcome.kind !== 'unknown') {
        if (outcome.kind !== 'notSent') troubles.delete(step);
        return;
      }
      const trouble = troubles.get(step) ?? { failures: 0, since: now, probeAt: now };
      trouble.failures += 1;
      trouble.since = Math.min(trouble.since, now);
      trouble.probeAt = now + drawFrom(timing.probeMs, random);
      troubles.set(step, trouble);
    },
    resting: () => [...troubles].filter(([, trouble]) => isResting(trouble)).map(([step]) => step),
    takeProbe(now) {
      const ready = [...troubles].find(([, trouble]) => isResting(trouble) && isProbeDue(trouble, now));
      if (!ready) return undefined;
      const [step, trouble] = ready;
      trouble.probeAt = now + drawFrom(timing.probeMs, random);
      return step;
    },
    forget: (step) => void troubles.delete(step),
    troubleSince() {
      const since = [...troubles.values()].filter(isResting).map((trouble) => trouble.since);
      return since.length === 0 ? undefined : Math.min(...since);
    },
  };
}
