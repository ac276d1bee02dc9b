// Articles that a test puts in plain sight, found as simply as can be.

import { type Article, inBrief } from '../../src/domain/article.ts';
import type { ArticleId, ChannelId } from '../../src/domain/ids.ts';
import type { Articles, Scope } from '../../src/ports/articles.ts';

export interface ArticlesData {
  readonly articles: readonly { readonly article: Article; readonly channelId: ChannelId }[];
  readonly discussions: ReadonlyMap<ArticleId, ChannelId>;
  readonly related: ReadonlyMap<ArticleId, readonly ArticleId[]>;
  readonly hasMoreHits: boolean;
}

export function fakeArticles(data: ArticlesData): Articles {
  const visible = ({ channelIds }: Scope) => data.articles.filter(({ channelId }) => channelIds.has(channelId));
  return {
    get: async (id) => data.articles.find(({ article }) => article.id === id)?.article,
    find: async (id, scope) => visible(scope).find(({ article }) => article.id === id)?.article,
    findByUrl: async (url, scope) => visible(scope).find(({ article }) => article.url === url)?.article,
    listLatest: async (scope, { sourceId }, { limit, offset }) => {
      const all = visible(scope).filter(({ article }) => sourceId === undefined || article.sourceId === sourceId);
      return { articles: all.slice(offset, offset + limit).map(({ article }) => inBrief(article)), total: all.length };
    },
    search: async (scope, text, { since }, { limit, offset }) => {
      const hits = visible(scope)
        .filter(({ article }) => article.text.includes(text) && (article.publishedAt ?? 0) >= (since ?? 0))
        .map(({ article }) => ({ article: inBrief(article), snippet: `say \u0002${text}\u0003 here` }));
      return { hits: hits.slice(offset, offset + limit), total: hits.length, hasMore: data.hasMoreHits };
    },
    suggest: async (scope, typed, limit) => {
      const start = typed.slice(0, 3).toLowerCase();
      const near = visible(scope).filter(({ article }) => article.title.toLowerCase().includes(start));
      return near.slice(0, limit).map(({ article }) => article);
    },
    listRelated: async (article, scope, limit) =>
      visible(scope)
        .filter((one) => data.related.get(article.id)?.includes(one.article.id))
        .slice(0, limit)
        .map((one) => inBrief(one.article)),
    listWithoutText: async () => [],
    savePage: async () => {},
    findDiscussion: async (id) => data.discussions.get(id),
  };
}
