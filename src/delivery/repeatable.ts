// Steps that are the same when they are made twice: they change what is there, or name what they make by what is there.

import type { Step } from '../domain/delivery.ts';

const repeatable: readonly Step[] = ['crosspost', 'edit', 'rename', 'delete'];

/** True for a step that is simply made again when its answer was lost; nothing is looked for. */
export function isRepeatable(step: Step): boolean {
  return repeatable.includes(step);
}
