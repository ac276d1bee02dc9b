// Which steps a delivery takes in the kind of channel it goes to. Planned are the wishes; the channel is known when it leaves.

import type { Delivery, Step, TargetKind } from '../domain/delivery.ts';

type Steps = Delivery['steps'];

/** What is also published to the servers that follow an announcement channel. */
const published: readonly Delivery['purpose'][] = ['article', 'digest', 'conference'];

export function fitSteps({ steps, purpose }: Pick<Delivery, 'steps' | 'purpose'>, kind: TargetKind): Steps {
  switch (kind) {
    case 'text':
      return without(steps, 'crosspost');
    case 'announcement':
      return published.includes(purpose) ? [...without(steps, 'crosspost'), 'crosspost'] : steps;
    // A forum post is its own discussion, and a thread is the discussion of all that is posted in it.
    case 'forum':
    case 'thread':
      return without(steps, 'thread', 'crosspost');
    case 'direct':
      return without(steps, 'thread', 'question', 'crosspost');
  }
}

function without([first, ...rest]: Steps, ...unwanted: readonly Step[]): Steps {
  return [first, ...rest.filter((step) => !unwanted.includes(step))];
}
