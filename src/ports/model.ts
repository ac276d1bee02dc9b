// The optional language model. It never stands in anybody's way: where it is not set, too slow, out of order or wrong, there is
// nothing, and the article's own sentences serve.

import type { Article } from '../domain/article.ts';
import type { Instant } from '../domain/ids.ts';

export type ModelCondition =
  | { readonly kind: 'off' | 'fine' }
  /** The day's requests are used up. */
  | { readonly kind: 'spent' }
  /** It failed several times in a row and is left alone until then. */
  | { readonly kind: 'resting'; readonly until: Instant };

export interface Model {
  /** A summary that passed every check, kept or new; takes up to twenty seconds. */
  summarise(article: Article, length: 'short' | 'standard' | 'long'): Promise<string | undefined>;
  /** The starter question it wrote in time; asks nobody, so it says the same again. */
  findQuestion(article: Article): Promise<string | undefined>;
  /** Has a question written for a new article. @returns true while the discussion should wait for it, which is seconds at most */
  awaitsQuestion(article: Article): Promise<boolean>;
  condition(): ModelCondition;
}

/** For bots without one. */
export const noModel: Model = {
  summarise: async () => undefined,
  findQuestion: async () => undefined,
  awaitsQuestion: async () => false,
  condition: () => ({ kind: 'off' }),
};
