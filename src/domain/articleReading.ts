import type { QuotedSource } from './quotedSource.ts';

/** What a card and a summary show of an article, from its words alone. */
export interface ArticleReading {
  /** Sentences of the article, verbatim; empty where there are none to quote. */
  readonly text: string;
  /** ISO 639-1 code of their language, where it is known. */
  readonly language?: string;
  /** Figures and dates, each verbatim with what it measures. */
  readonly figures: readonly string[];
  /** Whose article a curated post quotes. */
  readonly quotes?: QuotedSource;
}
