import type { Article } from '../domain/article.ts';
import type { GuildId, Instant } from '../domain/ids.ts';

/** An article that nobody has looked over for conferences since its words changed. */
export interface UnreviewedArticle {
  readonly article: Article;
  /** The guilds that follow its source. */
  readonly readers: readonly ArticleReader[];
}

export interface ArticleReader {
  readonly guildId: GuildId;
  /** IANA name. */
  readonly timeZone: string;
  /** False for what was there before the guild followed the source, or before the bot could know what it has told. */
  readonly isNews: boolean;
}

/** Which articles were looked over for conferences. */
export interface ArticleReviews {
  /** Those whose text is known, or whose page was not read an hour after they were seen. Newest first. */
  listUnreviewed(limit: number, now: Instant): Promise<UnreviewedArticle[]>;
  markReviewed(article: Pick<Article, 'id' | 'revision'>): Promise<void>;
}
