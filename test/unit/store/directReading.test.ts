import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { compiledOnce } from '../../../src/store/compiledOnce.ts';
import { readDirectly, rowsOf } from '../../../src/store/directReading.ts';
import { createQueries, openConnection, openDatabase } from '../../../src/store/openDatabase.ts';
import { temporaryFolder } from './testStore.ts';

const select = compiledOnce(
  (_, { wanted }: { readonly wanted: readonly number[] }) => sql<Record<string, unknown>>`
    SELECT source_id, url, ordered_at AS at_last, null AS canonical_link, title
    FROM articles WHERE id IN (${sql.join(wanted)}) ORDER BY id`,
);
const query = sql<{ one: number }>`SELECT 1 AS one`;

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

function openFilled() {
  const path = join(temporaryFolder(), 'bot.sqlite');
  const store = openDatabase(path);
  open.push(store);
  const writer = openConnection(path, false);
  open.push(writer);
  writer.exec(`
    INSERT INTO sources (id, url, title, next_poll_at) VALUES (7, 'https://a.example/feed', 'A', 0);
    INSERT INTO articles (id, source_id, ordered_at, first_seen_at, feed_position, title, authors, categories, teaser, text)
    VALUES (1, 7, 5, 5, 0, 'First', '[]', '[]', '', ''), (2, 7, 6, 6, 0, 'Second', '[]', '[]', '', '')`);
  return { ...store, writer };
}

describe('what people wait for', () => {
  it('is read past Kysely as Kysely would give it', async () => {
    const { read, write } = openFilled();
    const rows = await select(read, { wanted: [1, 2] });
    expect(rows).toEqual([
      { sourceId: 7, url: null, atLast: 5, canonicalLink: null, title: 'First' },
      { sourceId: 7, url: null, atLast: 6, canonicalLink: null, title: 'Second' },
    ]);
    expect(await select(write, { wanted: [1, 2] })).toEqual(rows);
    expect(await select(read, { wanted: [9] })).toEqual([]);
  });

  it('is asked of Kysely in a transaction, which it would not see', async () => {
    const { write } = openFilled();
    const rows = await write.transaction().execute(async (tx) => {
      await tx
        .updateTable('articles')
        .set({ title: 'Changed' })
        .where('id', '=', 1 as never)
        .execute();
      expect(await rowsOf(tx, query.compile(tx))).toBeUndefined();
      return select(tx, { wanted: [1] });
    });
    expect(rows).toMatchObject([{ title: 'Changed' }]);
  });

  it('is asked of Kysely, which waits, while the database is busy', async () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    const [reader, other] = [new SqliteDatabase(path, { timeout: 0 }), new SqliteDatabase(path)];
    open.push(reader, other);
    const db = createQueries(reader);
    readDirectly(db, reader);
    other.exec('CREATE TABLE words (word TEXT); BEGIN EXCLUSIVE');
    const words = sql`SELECT word AS one FROM words`.compile(db);
    other.exec('ROLLBACK');
    expect(await rowsOf(db, words)).toEqual([]);
    other.exec('BEGIN EXCLUSIVE');
    expect(await rowsOf(db, words)).toBeUndefined();
    other.exec('ROLLBACK');
  });

  it('is refused by Kysely once the database is closed', async () => {
    const store = openDatabase(join(temporaryFolder(), 'bot.sqlite'));
    await store.close();
    expect(await rowsOf(store.read, query.compile(store.read))).toBeUndefined();
    await expect(query.execute(store.read)).rejects.toThrow();
  });
});

describe('a limit', () => {
  it('is no reason to put a statement together anew', () => {
    const { read } = openFilled();
    const { sql: text } = read.selectFrom('articles').select('id').limit(3).offset(1).compile();
    expect(text).toMatch(/ limit cast\(\? as integer\) offset \?$/);
  });
});
