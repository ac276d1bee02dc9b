// The full-text index of the articles. Only SQLite has it in this form.

import type { Migration } from './migration.ts';

export const searching: Migration = {
  version: 2,
  sql: `
-- The words of an article as a person searches them; the index keeps no copy, it reads them from here.
CREATE VIEW article_words AS
SELECT id,
       title,
       -- The whole text, else the teaser.
       CASE WHEN text = '' THEN teaser ELSE text END AS text,
       -- Names with commas, without the JSON around them.
       (SELECT coalesce(group_concat(value, ', '), '') FROM json_each(articles.authors)) AS authors
FROM articles;

-- 'prefix' keeps the beginning of the word still being typed quick.
CREATE VIRTUAL TABLE articles_fts USING fts5(
  title, text, authors,
  content = 'article_words', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts (rowid, title, text, authors)
  SELECT id, title, text, authors FROM article_words WHERE id = new.id;
END;

-- The index forgets a row only when it is told the very words it holds: they are read before they change.
CREATE TRIGGER articles_fts_forget BEFORE UPDATE OF title, teaser, text, authors ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text, authors)
  SELECT 'delete', id, title, text, authors FROM article_words WHERE id = old.id;
END;

CREATE TRIGGER articles_fts_update AFTER UPDATE OF title, teaser, text, authors ON articles BEGIN
  INSERT INTO articles_fts (rowid, title, text, authors)
  SELECT id, title, text, authors FROM article_words WHERE id = new.id;
END;

CREATE TRIGGER articles_fts_delete BEFORE DELETE ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text, authors)
  SELECT 'delete', id, title, text, authors FROM article_words WHERE id = old.id;
END;
`,
};
