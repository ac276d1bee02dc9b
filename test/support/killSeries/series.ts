// In which order a bot is killed while it brings articles to one kind of place: at every moment of every step, each time by a new
// process. The first article is killed after its request has landed, the second before.

import type { Checkpoint } from '../../../src/delivery/checkpoints.ts';
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

/** The request has landed; nobody has written down that it has. */
const landed = ['claimed', 'answered', 'looked', 'recorded'] as const;
/** The request was about to leave; nobody knows whether it did. */
const unsent = ['marked', 'looked'] as const;

export const readingMoments: readonly Checkpoint[] = ['article:read', 'article:saved'];

export function landedMoments(steps: readonly Step[]): Checkpoint[] {
  return steps.flatMap((step) => landed.map((moment): Checkpoint => `${step}:${moment}`));
}

export function unsentMoments(steps: readonly Step[]): Checkpoint[] {
  return steps.flatMap((step) => unsent.map((moment): Checkpoint => `${step}:${moment}`));
}
