// What an older copy of the database had as not begun was never fitted to its channel, and after a restore it may have been posted:
// only the kind of the channel tells where to look for it, and what is to follow.

import { fitSteps } from '../delivery/fitSteps.ts';
import type { Delivery, Outcome } from '../domain/delivery.ts';
import type { StepParts } from './stepParts.ts';

/** @returns the row for the channel as it is now, or why that cannot be told */
export async function fitToPlace(delivery: Delivery, { publisher }: StepParts): Promise<Delivery | Outcome> {
  const { state, step, attempt, targetKind, channelId } = delivery;
  const isFitted = state !== 'unknown' || step !== 'message' || attempt > 0 || targetKind === 'direct';
  if (isFitted) return delivery;
  const described = await publisher.describePlace(channelId, true);
  if (described.kind !== 'place') return described;
  const { kind } = described.place;
  return { ...delivery, targetKind: kind, steps: fitSteps(delivery, kind) };
}
