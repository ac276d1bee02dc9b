// In which order a bot is killed while it brings articles to one kind of place: at every moment of every step, each time by a new
// process. The first article is killed after its request has landed, the second before.

import type { Checkpoint, moments } from '../../../src/delivery/checkpoints.ts';
import type { Step, TargetKind } from '../../../src/domain/delivery.ts';

/** Steps of a new article in each kind of place, then those of a correction. */
export const stepsOf: Readonly<
  Record<TargetKind, { readonly posting: readonly Step[]; readonly correcting: readonly Step[] }>
> = {
  text: { posting: ['message', 'thread', 'question'], correcting: ['edit', 'rename'] },
  announcement: { posting: ['message', 'thread', 'question', 'crosspost'], correcting: ['edit', 'rename'] },
  forum: { posting: ['message', 'question'], correcting: ['edit', 'rename'] },
  thread: { posting: ['message', 'question'], correcting: ['edit'] },
  direct: { posting: ['message'], correcting: ['edit'] },
};

export function isTargetKind(kind: string): kind is TargetKind {
  return kind in stepsOf;
}

type Moment = (typeof moments)[number];

/** At which moments of each step the process dies. */
export interface Deaths {
  /** The request lands; nobody has written down that it has. */
  readonly landed: readonly Moment[];
  /** The request was about to leave; nobody knows whether it did. */
  readonly unsent: readonly Moment[];
}

export const everyDeath: Deaths = {
  landed: ['claimed', 'answered', 'looked', 'recorded'],
  unsent: ['marked', 'looked'],
};
/** Those in which Discord and the database know different things. */
export const gravestDeaths: Deaths = { landed: ['answered'], unsent: ['marked'] };

export const readingMoments: readonly Checkpoint[] = ['article:read', 'article:saved'];

/** Each of these moments of each of these steps, in the order they are passed. */
export function momentsOf(steps: readonly Step[], chosen: readonly Moment[]): Checkpoint[] {
  return steps.flatMap((step) => chosen.map((moment): Checkpoint => `${step}:${moment}`));
}
