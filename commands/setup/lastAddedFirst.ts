// In the panel, the newest article is one of the site that was just added.

import type { FollowedSource } from '../../src/ports/subscriptions.ts';

export function lastAddedFirst(followed: readonly FollowedSource[]): FollowedSource[] {
  return followed.toSorted(
    ({ subscription: left }, { subscription: right }) => right.addedAt - left.addedAt || right.id - left.id,
  );
}
