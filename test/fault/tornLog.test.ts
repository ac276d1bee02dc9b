import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { inspectFile } from '../../src/store/inspectFile.ts';
import { seededRandom } from '../support/etiquette/seededRandom.ts';
import { addSource, entry, follow, now, openTestStore, readInto, temporaryFolder } from '../unit/store/testStore.ts';

const cases = 150;
const seed = 20_261_125;
const readings = 25;

type Damage = (log: Buffer, random: () => number) => Buffer;

const damages: Record<string, Damage> = {
  'cut off': (log, random) => log.subarray(0, Math.floor(random() * log.length)),
  'a bit turned': (log, random) => {
    const at = Math.floor(random() * log.length);
    log.writeUInt8(log.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at);
    return log;
  },
  'a hole of 512 bytes': (log, random) => {
    const at = Math.floor((random() * log.length) / 512) * 512;
    return log.fill(0, at, at + 512);
  },
};

describe('a write-ahead log that was damaged', () => {
  let log: Buffer;
  let main: Buffer;

  beforeEach(async () => {
    const store = await openTestStore();
    const id = await addSource(store);
    await follow(store, id);
    await readInto(store, id, [], now - 1);
    store.inspect.pragma('wal_checkpoint(TRUNCATE)');
    store.inspect.pragma('wal_autocheckpoint = 0');
    // Each reading is one transaction: an article, its two names, its delivery, the source's cursor.
    for (let reading = 1; reading <= readings; reading += 1)
      await readInto(store, id, [entry(`${reading}`)], now + reading);
    main = readFileSync(store.path);
    log = readFileSync(`${store.path}-wal`);
  });

  it.each(Object.entries(damages))(
    '(%s) costs whole readings from its end at most, never half of one',
    (_name, damage) => {
      const random = seededRandom(seed);
      const path = join(temporaryFolder(), 'bot.sqlite');
      let shortened = 0;
      for (let round = 0; round < cases / 3; round += 1) {
        writeFileSync(path, main);
        writeFileSync(`${path}-wal`, damage(Buffer.from(log), random));
        expect(inspectFile(path, 'whole').fault, `round ${round} of seed ${seed}`).toBeUndefined();
        const { articles, names, deliveries, readAt } = contentOf(path);
        expect([names, deliveries], `round ${round} of seed ${seed}`).toEqual([articles * 2, articles]);
        expect(readAt).toBe(articles === 0 ? now - 1 : now + articles);
        if (articles < readings) shortened += 1;
      }
      expect(shortened).toBeGreaterThan(cases / 10);
    },
  );

  it('and taken away while the bot was stopped leaves the database as it was before', async () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    writeFileSync(path, main);
    expect(inspectFile(path, 'whole').fault).toBeUndefined();
    expect(contentOf(path)).toMatchObject({ articles: 0, deliveries: 0 });
  });
});

function contentOf(path: string) {
  const database = new SqliteDatabase(path, { readonly: true });
  const count = (sql: string) => Number(database.prepare(sql).pluck().get());
  const content = {
    articles: count('SELECT count(*) FROM articles'),
    names: count("SELECT count(*) FROM article_aliases WHERE alias LIKE 'guid:%' OR alias LIKE 'link:%'"),
    deliveries: count('SELECT count(*) FROM outbox'),
    readAt: count('SELECT last_read_at FROM sources'),
  };
  database.close();
  return content;
}
