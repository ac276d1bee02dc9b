import SqliteDatabase from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { porterStem } from '../../../src/store/porterStem.ts';

const endings =
  ' s es ed ing eed y ies ational tional enci anci izer logi bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti biliti icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent ion sion tion ou ism ate iti ous ive ize e ll le'.split(
    ' ',
  );
const word = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...'aeiouybcdfghlmnprstvwxz'), minLength: 1, maxLength: 6 }),
    fc.constantFrom(...endings),
    fc.constantFrom('', '', 's', 'ed', 'ing', 'ly'),
  )
  .map((parts) => parts.join(''))
  // No English word has two of them, and the two differ there.
  .filter((typed) => !typed.includes('yy'));

it('cuts a word as the index does', () => {
  const database = new SqliteDatabase(':memory:');
  database.exec(`CREATE VIRTUAL TABLE words USING fts5(word, tokenize = 'porter unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE stems USING fts5vocab(words, instance);`);
  const insert = database.prepare('INSERT INTO words (rowid, word) VALUES (1, ?)');
  const stem = database.prepare('SELECT term FROM stems').pluck();
  fc.assert(
    fc.property(word, (typed) => {
      insert.run(typed);
      const indexed = stem.get();
      database.exec('DELETE FROM words');
      expect(porterStem(typed)).toBe(indexed);
    }),
    { numRuns: 3_000 },
  );
  database.close();
});
