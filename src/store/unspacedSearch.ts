// Search in scripts that put no space between words: the index has whole clauses of them as one word, so the newest articles are
// looked through letter by letter.

import { sql } from 'kysely';
import { articleText } from '../domain/article.ts';
import type { ArticleId } from '../domain/ids.ts';
import type { Page } from '../ports/articles.ts';
import type { Found } from './articleSearchSqlite.ts';
import { listNewestIds } from './articleTable.ts';
import { inChunks } from './rows.ts';
import type { Db } from './schema.ts';
import type { Within } from './scopeFilter.ts';
import type { SearchTerm } from './searchWords.ts';

/** Newest articles that are looked through; their texts are read for it. */
const articlesRead = 1_000;
/** So many of them at a time, so that others come between. */
const articlesAtOnce = 10;
/** Characters of a text that are looked at: a long article has about 60,000. */
const textRead = 60_000;
/** Letters of a term that must be there; so many in a row are no chance. */
const lettersCompared = 32;
/** After this time the older ones are left out: a text that repeats itself takes as often longer as a term has letters. Milliseconds. */
const timeToLook = 500;
/** Characters of a snippet before and after its hit. */
const around = { before: 30, after: 90 };

/** Those with all terms in the title first, then those with them anywhere, each newest first. */
export async function searchUnspaced(
  db: Db,
  asked: readonly SearchTerm[],
  { sources, since }: Within,
  page: Page,
): Promise<Found> {
  const terms = asked.map((term) => ({ ...term, words: [...term.words].slice(0, lettersCompared).join('') }));
  const ids = await listNewestIds(
    db,
    sources.map(({ id }) => id),
    { limit: articlesRead, offset: 0 },
    since,
  );
  const endsAt = performance.now() + timeToLook;
  const hits: Hit[] = [];
  let hasMore = false;
  for (const chunk of inChunks(ids, articlesAtOnce)) {
    hasMore = performance.now() > endsAt;
    if (hasMore) break;
    hits.push(...(await listHits(db, terms, chunk)));
  }
  const inOrder = [...hits.filter(({ isTitled }) => isTitled), ...hits.filter(({ isTitled }) => !isTitled)];
  const shown = inOrder.slice(page.offset, page.offset + page.limit).map(({ id }) => id);
  return { ids: shown, total: hits.length, hasMore, snippetOf: (article) => snippetOf(articleText(article), terms) };
}

interface Hit {
  readonly id: ArticleId;
  readonly isTitled: number;
}

/** Those of `ids` that have all terms, in their order. */
async function listHits(db: Db, terms: readonly SearchTerm[], ids: readonly ArticleId[]): Promise<Hit[]> {
  const anywhere = sql`title || char(10) || teaser || char(10) || substr(text, 1, ${textRead}) || char(10) || authors`;
  const { rows } = await sql<Hit>`
    SELECT id, ${allIn(terms, sql`title`)} AS is_titled
    FROM articles WHERE id IN (${sql.join(ids)}) AND ${allIn(terms, anywhere)}`.execute(db);
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

function allIn(terms: readonly SearchTerm[], text: ReturnType<typeof sql>) {
  const conditions = terms.map(({ words }) => {
    const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    return sql`(${text}) LIKE ${pattern} ESCAPE '\\'`;
  });
  return sql.join(conditions, sql` AND `);
}

/** As FTS5 makes them: the hit between U+0002 and U+0003. */
function snippetOf(text: string, terms: readonly SearchTerm[]): string {
  const [first] = terms.map(({ words }) => ({ words, at: text.indexOf(words) })).filter(({ at }) => at >= 0);
  if (!first) return text.slice(0, around.before + around.after);
  const { words, at } = first;
  const start = Math.max(0, at - around.before);
  const end = at + words.length + around.after;
  const [before, after] = [text.slice(start, at), text.slice(at + words.length, end)];
  return `${start > 0 ? '…' : ''}${before}\u0002${words}\u0003${after}${end < text.length ? '…' : ''}`;
}
