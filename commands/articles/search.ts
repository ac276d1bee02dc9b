// /articles search: articles by their words. What was asked stands in the paging buttons, or is kept where they have no room for it.

import type { Article } from '../../src/domain/article.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { ArticleId, SourceId } from '../../src/domain/ids.ts';
import { customId } from '../../src/kit/customId.ts';
import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { optional, required } from '../../src/kit/options.ts';
import { type Result, reply, update } from '../../src/kit/result.ts';
import type { ArticleQuery, Articles, Scope } from '../../src/ports/articles.ts';
import type { KeptSearch, Searches } from '../../src/ports/searches.ts';
import { articleList } from '../../src/views/articleList.ts';
import { entriesPerPage } from '../../src/views/blocks.ts';
import { nothingFound } from '../../src/views/nothingFound.ts';
import { escapeLine } from '../../src/views/text.ts';
import { completeSource, type FollowedSourcePorts, getFollowed } from '../parts/followedSource.ts';
import { readPage } from '../parts/readPage.ts';
import { scopeOf } from '../parts/scopeOf.ts';
import { readSearchButton, searchButton } from './searchInButton.ts';
import { parseSince } from './since.ts';

/** What searching needs. */
export interface SearchPorts extends FollowedSourcePorts {
  readonly articles: Articles;
  readonly searches: Searches;
}

/** Characters. */
const queryLimit = 200;
const repeatedLimit = 100;
const nearestShown = 3;
/** Of a query that found nothing, so many words of so many letters are looked for among the titles. */
const wordsTried = 4;
const leastTelling = 4;

export const search = defineSubcommand({
  name: 'search',
  visibility: 'private',
  options: {
    query: required.text({ max: queryLimit }),
    source: optional.text({ completes: true }),
    since: optional.text({ max: 30 }),
  },
  async run(input, ports: SearchPorts) {
    const { query, source, since } = input.options;
    const followed = source === undefined ? undefined : await getFollowed(source, input, ports);
    const asked: KeptSearch = {
      query,
      ...(followed ? { sourceId: followed.source.id } : {}),
      ...(since === undefined ? {} : { since: parseSince(since, input.now) }),
    };
    return reply(await viewOfPage(asked, 0, input, ports));
  },
  complete: { source: completeSource },
  actions: {
    found: async (input, ports: SearchPorts): Promise<Result> => {
      const asked = readSearchButton(input.id);
      if (!asked) throw new Refusal('buttonOutlived', { command: input.mention('articles search') });
      return update(await viewOfPage(asked.search, asked.page, input, ports));
    },
    /** Of a search that no button has room for. */
    page: async (input, ports: SearchPorts): Promise<Result> => {
      const parted = input.id.lastIndexOf('.');
      const id = input.id.slice(0, Math.max(0, parted));
      const asked = await ports.searches.find(id);
      if (!asked) throw new Refusal('buttonOutlived', { command: input.mention('articles search') });
      return update(await viewOfPage(asked, readPage(input.id.slice(parted + 1)), input, ports, id));
    },
  },
});

/** @param keptAs where the search is kept already */
async function viewOfPage(
  search: KeptSearch,
  page: number,
  asked: Asked,
  ports: SearchPorts,
  keptAs?: string,
): Promise<MessageView> {
  const { say } = asked;
  const scope = scopeOf(asked);
  const query: ArticleQuery = {
    ...(search.sourceId === undefined ? {} : { sourceId: search.sourceId as SourceId }),
    ...(search.since === undefined ? {} : { since: search.since }),
  };
  const span = { limit: entriesPerPage, offset: page * entriesPerPage };
  const { hits, total, hasMore } = await ports.articles.search(scope, search.query, query, span);
  const pageCount = Math.ceil(total / entriesPerPage);
  // Fewer are found than when the button was shown.
  if (page > 0 && page >= pageCount) return viewOfPage(search, Math.max(0, pageCount - 1), asked, ports, keptAs);
  if (hits.length === 0) {
    const nearest = await listNearest(search.query, scope, ports);
    const word = findTellingWord(search.query);
    const isNarrowed = search.sourceId !== undefined || search.since !== undefined;
    return nothingFound({ query: search.query, nearest, ...(word === undefined ? {} : { word }), isNarrowed, say });
  }
  return articleList({
    heading: say(hasMore ? 'list.foundMore' : 'list.found', {
      count: total,
      query: escapeLine(search.query, repeatedLimit),
    }),
    entries: hits,
    paging: { page, pageCount, toPage: pageCount < 2 ? String : await pageButtons(search, asked, ports, keptAs) },
    say,
  });
}

/** Its custom_id for each page. */
async function pageButtons(
  search: KeptSearch,
  { now }: Asked,
  { searches }: SearchPorts,
  keptAs?: string,
): Promise<(page: number) => string> {
  const inButton = searchButton(search);
  if (inButton) return inButton;
  const id = keptAs ?? (await searches.keep(search, now));
  return (page) => customId('articles', 'page', `${id}.${page}`);
}

/** Titles that resemble the query, else those that resemble one of its words, the longest first. */
async function listNearest(query: string, scope: Scope, { articles }: SearchPorts): Promise<Article[]> {
  const words = query.split(/\s+/).sort((left, right) => right.length - left.length);
  const nearest = new Set<ArticleId>();
  for (const typed of [query, ...words.filter((word) => word.length >= leastTelling).slice(0, wordsTried)]) {
    for (const { id } of await articles.suggest(scope, typed, nearestShown)) nearest.add(id);
    if (nearest.size >= nearestShown) break;
  }
  const found = await Promise.all([...nearest].slice(0, nearestShown).map((id) => articles.find(id, scope)));
  return found.filter((article) => article !== undefined);
}

/** The longest of several words: the one that tells most by itself. */
function findTellingWord(query: string): string | undefined {
  const words = query.split(/\s+/).filter((word) => word !== '');
  if (words.length < 2) return undefined;
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest));
}
