// The named moments of a delivery. A process may die at any of them; test/fault kills it at each and finds nothing lost,
// nothing twice.

import type { Step } from '../domain/delivery.ts';

/** In the order they are passed in one step. */
export const moments = ['claimed', 'marked', 'answered', 'recorded', 'looked'] as const;

export type Checkpoint = `${Step}:${(typeof moments)[number]}` | 'article:read' | 'article:saved';

/** Called at each moment; does nothing outside of tests. */
export type PassCheckpoint = (checkpoint: Checkpoint) => void;
