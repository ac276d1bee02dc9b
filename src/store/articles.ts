// What people ask of the articles. Invariant: nobody is told of an article of a source their guild does not follow, or follows
// into a channel they may not view.

import { canonicalLink } from '../domain/canonicalLink.ts';
import type { Alias } from '../domain/identity.ts';
import type { ArticleId, SourceId } from '../domain/ids.ts';
import type { Articles } from '../ports/articles.ts';
import { listIdsWithoutText, savePage } from './articlePages.ts';
import { searchArticles, searchTitles } from './articleSearchSqlite.ts';
import {
  chosenSources,
  countArticles,
  findArticle,
  findByNames,
  listArticles,
  listNewest,
  listSame,
  listTitles,
} from './articleTable.ts';
import { findThread } from './outboxTable.ts';
import { resemblance } from './resemblance.ts';
import type { Connections, Db } from './schema.ts';
import { matchExpression } from './searchWords.ts';
import { listSourcesInScope } from './subscriptions.ts';
import { wellFormed } from './wellFormed.ts';

/** Among this many of the newest titles a resembling one is looked for; a title with the very words is found among all. */
const titlesCompared = 500;
/** Discord lets a person type this many characters into an option with autocomplete that anybody would finish. */
const typedLimit = 100;

export function createArticles({ read, write }: Connections): Articles {
  return {
    get: (id) => findArticle(read, id),

    async find(id, scope) {
      const sourceIds = await listSourcesInScope(read, scope);
      const article = await findArticle(read, id);
      return article && sourceIds.includes(article.sourceId) ? article : undefined;
    },

    async findByUrl(url, scope) {
      const sourceIds = await listSourcesInScope(read, scope);
      const link = canonicalLink(wellFormed(url));
      const names: Alias[] = [`link:${link}`, `guid:${link}`];
      return sourceIds.length === 0 ? undefined : findByNames(read, sourceIds, names);
    },

    async listLatest(scope, query, page) {
      const sourceIds = chosenSources(await listSourcesInScope(read, scope), query);
      if (sourceIds.length === 0) return { articles: [], total: 0 };
      return {
        articles: await listNewest(read, sourceIds, page, query.since),
        total: await countArticles(read, sourceIds, query.since),
      };
    },

    async search(scope, text, query, page) {
      const sourceIds = chosenSources(await listSourcesInScope(read, scope), query);
      const match = matchExpression(text);
      if (match === undefined || sourceIds.length === 0) return { hits: [], total: 0 };
      const { ids, total, snippets } = await searchArticles(read, sourceIds, match, page, query.since);
      const articles = await listArticles(read, ids);
      return { hits: articles.map((article) => ({ article, snippet: snippets.get(article.id) ?? '' })), total };
    },

    async suggest(scope, typed, limit) {
      const sourceIds = await listSourcesInScope(read, scope);
      if (sourceIds.length === 0) return [];
      return listArticles(read, await suggestIds(read, sourceIds, typed.slice(0, typedLimit), limit));
    },

    async listWithoutText(limit) {
      return listArticles(read, await listIdsWithoutText(read, limit));
    },

    savePage(id, page, readAt) {
      return write.transaction().execute((tx) => savePage(tx, id, page, readAt));
    },

    async findDiscussion(id, scope) {
      return findThread(read, await listSame(read, id), scope);
    },
  };
}

async function suggestIds(db: Db, sourceIds: readonly SourceId[], typed: string, limit: number): Promise<ArticleId[]> {
  const newest = await listTitles(db, sourceIds, titlesCompared);
  const match = matchExpression(typed);
  const worded = match === undefined ? [] : await searchTitles(db, sourceIds, match, limit);
  const titles = new Map([...newest, ...worded].map(({ id, title }) => [id, title]));
  return [...titles]
    .map(([id, title]) => ({ id, nearness: resemblance(typed, title) }))
    .filter(({ nearness }) => nearness > 0)
    .sort((left, right) => right.nearness - left.nearness)
    .slice(0, limit)
    .map(({ id }) => id);
}
