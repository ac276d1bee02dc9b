import type { Article, BriefArticle, PageReading } from '../domain/article.ts';
import type { ArticleId, ChannelId, GuildId, Instant, SourceId } from '../domain/ids.ts';
import type { ChannelSet } from '../domain/member.ts';

/** Whose eyes the articles are for: only sources this guild follows, only in channels this member may view. */
export interface Scope {
  readonly guildId: GuildId;
  readonly channelIds: ChannelSet;
}

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

export interface ArticleQuery {
  readonly sourceId?: SourceId;
  readonly since?: Instant;
}

export interface Hit {
  readonly article: BriefArticle;
  /** A few words around the hit; the hit stands between U+0002 and U+0003. */
  readonly snippet: string;
}

export interface Hits {
  readonly hits: readonly Hit[];
  /** All that can be turned to. */
  readonly total: number;
  /** True where still more articles have the words: older ones, which the search leaves out. */
  readonly hasMore: boolean;
}

/** What is enough to choose an article by. */
export type TitledArticle = Pick<Article, 'id' | 'title'>;

export interface Articles {
  get(id: ArticleId): Promise<Article | undefined>;
  find(id: ArticleId, scope: Scope): Promise<Article | undefined>;
  /** By address, however it is spelled. */
  findByUrl(url: string, scope: Scope): Promise<Article | undefined>;
  /** Newest first; `total` counts no further than the page's beginning and ten more. */
  listLatest(scope: Scope, query: ArticleQuery, page: Page): Promise<{ articles: BriefArticle[]; total: number }>;
  /** Best first. Any text is a valid query; all its words must occur. */
  search(scope: Scope, text: string, query: ArticleQuery, page: Page): Promise<Hits>;
  /** Titles that begin with or resemble what was typed, nearest first. */
  suggest(scope: Scope, typed: string, limit: number): Promise<TitledArticle[]>;
  /** Earlier articles on the same subject (of one not saved yet: all), nearest first; none rather than an unrelated one. What comes later never changes them. */
  listRelated(article: Article, scope: Scope, limit: number): Promise<BriefArticle[]>;
  /** Articles of which only a teaser is known and whose page was not read yet, newest first. */
  listWithoutText(limit: number): Promise<Article[]>;
  /** What its page adds to an article; an empty text means that the page could not be read. */
  savePage(id: ArticleId, page: PageReading, readAt: Instant): Promise<void>;
  /** The discussion thread of an article in this guild, if one was opened. */
  findDiscussion(id: ArticleId, scope: Scope): Promise<ChannelId | undefined>;
}
