// What people ask of the articles. Invariant: nobody is told of an article of a source their guild does not follow, or follows
// into a channel they may not view.

import { type Article, inBrief } from '../domain/article.ts';
import { canonicalLink } from '../domain/canonicalLink.ts';
import type { Alias } from '../domain/identity.ts';
import type { ArticleId } from '../domain/ids.ts';
import { unsavedId } from '../domain/recommendation.ts';
import type { Articles } from '../ports/articles.ts';
import { findByNames } from './articleNames.ts';
import { listIdsWithoutText, savePage } from './articlePages.ts';
import { searchArticles } from './articleSearchSqlite.ts';
import {
  chosenSources,
  findArticle,
  findNewestId,
  listArticles,
  listInBrief,
  listNewestIds,
  listReadable,
  listSame,
} from './articleTable.ts';
import { isDamage } from './inspectFile.ts';
import { findThread } from './outboxTable.ts';
import { chooseRelated, type FindNearest } from './relatedArticles.ts';
import { isUnspaced } from './resemblance.ts';
import type { Connections, Db } from './schema.ts';
import { createScopeSizes } from './scopeFilter.ts';
import { parseSearch } from './searchWords.ts';
import { listNamedInScope, listSourcesInScope } from './subscriptions.ts';
import { suggestTitles } from './titleSuggestions.ts';
import { searchUnspaced } from './unspacedSearch.ts';
import { wellFormed } from './wellFormed.ts';

/** Nobody is shown more of the newest. Articles. */
const latestCounted = 10;
/** Discord lets a person type this many characters into an option with autocomplete that anybody would finish. */
const typedLimit = 100;

export function createArticles({ read, write }: Connections, findNearest: FindNearest): Articles {
  const isSmallScope = createScopeSizes(read);
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
      const upTo = { limit: page.offset + latestCounted, offset: 0 };
      const ids = await listNewestIds(read, sourceIds, upTo, query.since);
      const shown = ids.slice(page.offset, page.offset + page.limit);
      return { articles: await listInBrief(read, shown), total: ids.length };
    },

    async search(scope, text, query, page) {
      const terms = parseSearch(text);
      const named = await listNamedInScope(read, scope);
      const sources = named.filter(({ id }) => query.sourceId === undefined || id === query.sourceId);
      if (terms.length === 0 || sources.length === 0) return { hits: [], total: 0, hasMore: false };
      const since = query.since === undefined ? {} : { since: query.since };
      const within = { sources, isSmall: await isSmallScope(sources), ...since };
      const find = terms.some(({ words }) => isUnspaced(words)) ? searchUnspaced : searchArticles;
      const { ids, total, hasMore, snippetOf } = await find(read, terms, within, page);
      const articles = await listReadable(read, ids);
      return {
        hits: articles.map((article) => ({ article: inBrief(article), snippet: snippetOf(article) })),
        total,
        hasMore,
      };
    },

    async suggest(scope, typed, limit) {
      const sources = await listNamedInScope(read, scope);
      if (sources.length === 0) return [];
      const within = { sources, isSmall: await isSmallScope(sources) };
      return suggestTitles(read, within, typed.slice(0, typedLimit), limit);
    },

    async listRelated(article, scope, limit) {
      const sourceIds = await listSourcesInScope(read, scope);
      try {
        const placed = article.id === unsavedId ? await asNext(read, article) : article;
        const nearest = await findNearest(placed);
        return await listInBrief(read, await chooseRelated(read, placed, nearest, sourceIds, limit));
      } catch (error) {
        // A card does without them: a damaged index holds up no post.
        if (isDamage(error)) return [];
        throw error;
      }
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

/** The article with the id it would get if it were saved now: all that are known are earlier. */
async function asNext(db: Db, article: Article): Promise<Article> {
  return { ...article, id: ((await findNewestId(db)) + 1) as ArticleId };
}
