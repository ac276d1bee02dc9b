// A database full of made-up articles, without a reading for each.

import { openConnection } from '../src/store/openDatabase.ts';
import type { MadeArticle, Maker } from './sampleArticles.ts';

const minuteMs = 60_000;
const articlesATime = 1_000;

/**
 * Adds articles, a minute apart, to the sources 1 to `sourceCount` in turn, until there are `size`; the triggers of the schema index
 * them. The article with the id n is the nth of `made`.
 */
export function fillStore(path: string, maker: Maker, made: MadeArticle[], size: number, sourceCount: number): void {
  const database = openConnection(path, false);
  const insert = database.prepare(`INSERT INTO articles
    (source_id, ordered_at, first_seen_at, feed_position, guid, url, title, authors, categories, teaser, text)
    VALUES (?, ?, ?, 0, ?, ?, ?, ?, '[]', '', ?)`);
  const insertSome = database.transaction((count: number) => {
    for (let index = 0; index < count; index += 1) {
      const article = maker.article();
      const number = made.push(article);
      const at = number * minuteMs;
      const source = 1 + (number % sourceCount);
      const url = `https://${source}.example/${number}`;
      insert.run(source, at, at, url, url, article.title, JSON.stringify([article.author]), article.text);
    }
  });
  while (made.length < size) insertSome.immediate(Math.min(articlesATime, size - made.length));
  database.close();
}
