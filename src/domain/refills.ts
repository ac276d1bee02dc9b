// A feed of the newest articles from which one is taken down shows an older one in its place, which nobody was shown before. That
// is no news. Invariant: no date of its own decides; its place below all that is known does, and for no more than were taken down.

import type { ArticleId, Instant } from './ids.ts';

/** A known article, as it stands among those of its source. */
export interface Placed {
  readonly id: ArticleId;
  readonly orderedAt: Instant;
}

/**
 * @param document the known articles of a document in its order, undefined for each new one
 * @param missing those that the last document showed and this one does not
 * @returns places of new articles that only fill the room of others
 */
export function findRefills(
  document: readonly (Placed | undefined)[],
  missing: readonly Placed[],
): ReadonlySet<number> {
  const known = document.filter((article) => article !== undefined);
  const oldest = known.at(-1);
  // One article alone does not tell that the newest stand first.
  if (oldest === undefined || known.length < 2 || !isNewestFirst(known)) return new Set();
  const begin = document.lastIndexOf(oldest) + 1;
  const takenDown = missing.filter((article) => isNewer(article, oldest)).length;
  return new Set(Array.from(document.slice(begin, begin + takenDown), (_, index) => begin + index));
}

function isNewestFirst(articles: readonly Placed[]): boolean {
  return articles.every((article, index) => {
    const next = articles[index + 1];
    return next === undefined || isNewer(article, next);
  });
}

function isNewer(left: Placed, right: Placed): boolean {
  return left.orderedAt === right.orderedAt ? left.id > right.id : left.orderedAt > right.orderedAt;
}
