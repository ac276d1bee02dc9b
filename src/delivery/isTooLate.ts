// What follows a post is not made up for when it was waited for too long: a discussion opened a month later, or a hundred at once
// because a permission came back, serves nobody.

import { type Delivery, holdsUpChannel, isCard } from '../domain/delivery.ts';
import type { Instant } from '../domain/ids.ts';

/** How long after it was first tried, right after its post, a discussion is still opened. Milliseconds. */
export const followUpLifeMs = 7 * 86_400_000;

/** How long after its morning a week's digest of the programme is still sent: its days have passed by then. Milliseconds. */
const digestLifeMs = 86_400_000;

/** True for a week's digest, a discussion, its question or a publication whose time has passed; changes and removals are made at any time. */
export function isTooLate(delivery: Delivery, now: Instant): boolean {
  const { purpose, stepBegunAt = now, orderedAt, payload } = delivery;
  if (purpose === 'digest' && payload?.kind === 'programme') return now - orderedAt > digestLifeMs;
  return !holdsUpChannel(delivery) && isCard(purpose) && now - stepBegunAt > followUpLifeMs;
}
