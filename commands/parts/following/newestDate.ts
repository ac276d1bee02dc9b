// When the newest article of a feed was published.

import type { Entry } from '../../../src/domain/article.ts';
import type { Instant } from '../../../src/domain/ids.ts';

/** A date that lies ahead says nothing of when something was published. */
export function findNewestDate(entries: readonly Entry[], now: Instant): Instant | undefined {
  const dates = entries.flatMap(({ publishedAt }) =>
    publishedAt === undefined || publishedAt > now ? [] : [publishedAt],
  );
  return dates.length === 0 ? undefined : dates.reduce((newest, date) => Math.max(newest, date));
}
