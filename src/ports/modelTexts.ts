import type { ArticleId, Instant } from '../domain/ids.ts';

/** What a language model is asked for. */
export type ModelTextKind = 'short' | 'standard' | 'long' | 'question';

/** What came of asking. */
export interface ModelText {
  /** Unset: its answers were refused. */
  readonly text?: string;
  readonly at: Instant;
}

/** What a language model wrote, as long as the article it read is the same, and how often it was asked. */
export interface ModelTexts {
  /** @param hash of all that the model was given; another one: nothing is known */
  find(articleId: ArticleId, kind: ModelTextKind, hash: string): Promise<ModelText | undefined>;
  /** In the place of what was kept of that kind. */
  keep(articleId: ArticleId, kind: ModelTextKind, hash: string, text: ModelText): Promise<void>;
  /** Counts a request. @param day `YYYY-MM-DD` @returns false where the day has had so many already */
  takeRequest(day: string, limit: number): Promise<boolean>;
}
