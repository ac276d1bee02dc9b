// All SQL of article_readings. A trigger of the schema forgets the reading of an article whose words change.

import type { Article } from '../domain/article.ts';
import type { ArticleReading } from '../domain/articleReading.ts';
import type { ArticleId } from '../domain/ids.ts';
import type { ArticleReadings } from '../ports/articleReadings.ts';
import { findNewestId, listArticles } from './articleTable.ts';
import { compiledOnce } from './compiledOnce.ts';
import type { FindNearest, Nearest } from './relatedArticles.ts';
import type { Connections, Db } from './schema.ts';

/** Of the last articles only: what is older is read when it is asked for. */
const articlesKept = 1_000;

/** @param version of the bot: what another one read is not found */
export function createArticleReadings(
  { read, write }: Connections,
  version: string,
  findNearest: FindNearest,
): ArticleReadings {
  return {
    async find({ id }) {
      const [row] = await selectKept(read, { id, version });
      return row && (JSON.parse(row.reading) as ArticleReading);
    },

    async listUnread(limit) {
      const oldest = (await findNewestId(read)) - articlesKept;
      const rows = await read
        .selectFrom('articles')
        .leftJoin('articleReadings', (join) =>
          join.onRef('articleReadings.articleId', '=', 'articles.id').on('botVersion', '=', version),
        )
        .select('articles.id')
        .where('articleId', 'is', null)
        .where('articles.id', '>', oldest as ArticleId)
        .orderBy('articles.id', 'desc')
        .limit(limit)
        .execute();
      return listArticles(
        read,
        rows.map(({ id }) => id),
      );
    },

    async keep(article, reading) {
      const { id, title, teaser, text, language = null } = article;
      const { ids, stems } = await findNearest(article);
      const kept = {
        botVersion: version,
        reading: JSON.stringify(reading),
        nearest: JSON.stringify({ ids, stems: [...stems] }),
      };
      await write.transaction().execute(async (tx) => {
        const same = await tx
          .selectFrom('articles')
          .select('id')
          .where((row) => row.and({ id, title, teaser, text }))
          .where('language', 'is', language)
          .executeTakeFirst();
        if (!same) return;
        await tx
          .insertInto('articleReadings')
          .values({ articleId: id, ...kept })
          .onConflict((conflict) => conflict.column('articleId').doUpdateSet(kept))
          .execute();
      });
    },
  };
}

/** The articles nearest to it, as they were kept with its reading. */
export async function findKeptNearest(db: Db, { id }: Article, version: string): Promise<Nearest | undefined> {
  const [row] = await selectKept(db, { id, version });
  if (!row) return undefined;
  const { ids, stems } = JSON.parse(row.nearest) as { ids: ArticleId[]; stems: string[] };
  return { ids, stems: new Set(stems) };
}

const selectKept = compiledOnce((db, { id, version }: { readonly id: ArticleId; readonly version: string }) =>
  db
    .selectFrom('articleReadings')
    .select(['reading', 'nearest'])
    .where('articleId', '=', id)
    .where('botVersion', '=', version),
);
