// What every way of reading a list of articles works with and gives.

import type { Picture } from '../../domain/article.ts';
import type { Instant } from '../../domain/ids.ts';

/** An article as a list shows it. */
export interface ListedArticle {
  /** Absolute. */
  readonly address: string;
  readonly title: string;
  readonly teaser?: string | undefined;
  readonly publishedAt?: Instant | undefined;
  readonly updatedAt?: Instant | undefined;
  readonly picture?: Picture | undefined;
  readonly author?: string | undefined;
}

/** Articles read from one page; more are never new at once. */
export const maxListed = 100;

/** A page that is read for its links. */
export interface ListPage {
  readonly url: URL;
  /** What its relative links are relative to. */
  readonly base: string;
}
