// Searching by the stem of a word, by its source, and titles by the very letters a person types.

import type { Migration } from './migration.ts';

export const stemming: Migration = {
  version: 9,
  sql: `
DROP TRIGGER articles_fts_insert;
DROP TRIGGER articles_fts_forget;
DROP TRIGGER articles_fts_update;
DROP TRIGGER articles_fts_delete;
DROP TABLE articles_fts;
DROP VIEW article_words;

-- Whether a hit is in sight is asked of thousands of rows: this holds the answer without their texts.
CREATE INDEX articles_by_id ON articles (id, source_id, ordered_at);

-- The words of an article as a person searches them; the index keeps no copy, it reads them from here.
CREATE VIEW article_words AS
SELECT id,
       title,
       -- The whole text, else the teaser.
       CASE WHEN text = '' THEN teaser ELSE text END AS text,
       -- Names with commas, without the JSON around them.
       (SELECT coalesce(group_concat(value, ', '), '') FROM json_each(articles.authors)) AS authors,
       -- U+E000 and the id of its source: one word, which nobody types. A source may be renamed without indexing it anew.
       char(57344) || source_id AS source
FROM articles;

-- 'porter' finds "treaties" by "treaty"; 'prefix' keeps the beginning of the word still being typed quick.
CREATE VIRTUAL TABLE articles_fts USING fts5(
  title, text, authors, source,
  content = 'article_words', content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3 4 5'
);
-- Not by 'rebuild', which cannot read a view that uses json_each.
INSERT INTO articles_fts (rowid, title, text, authors, source) SELECT id, title, text, authors, source FROM article_words;

-- Titles without stemming, for what is offered letter by letter.
CREATE VIRTUAL TABLE articles_fts_titles USING fts5(
  title, source,
  content = 'article_words', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO articles_fts_titles (rowid, title, source) SELECT id, title, source FROM article_words;

CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts (rowid, title, text, authors, source)
  SELECT id, title, text, authors, source FROM article_words WHERE id = new.id;
  INSERT INTO articles_fts_titles (rowid, title, source) SELECT id, title, source FROM article_words WHERE id = new.id;
END;

-- The index forgets a row only when it is told the very words it holds: they are read before they change.
CREATE TRIGGER articles_fts_forget BEFORE UPDATE OF title, teaser, text, authors ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text, authors, source)
  SELECT 'delete', id, title, text, authors, source FROM article_words WHERE id = old.id;
  INSERT INTO articles_fts_titles (articles_fts_titles, rowid, title, source)
  SELECT 'delete', id, title, source FROM article_words WHERE id = old.id;
END;

CREATE TRIGGER articles_fts_update AFTER UPDATE OF title, teaser, text, authors ON articles BEGIN
  INSERT INTO articles_fts (rowid, title, text, authors, source)
  SELECT id, title, text, authors, source FROM article_words WHERE id = new.id;
  INSERT INTO articles_fts_titles (rowid, title, source) SELECT id, title, source FROM article_words WHERE id = new.id;
END;

CREATE TRIGGER articles_fts_delete BEFORE DELETE ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text, authors, source)
  SELECT 'delete', id, title, text, authors, source FROM article_words WHERE id = old.id;
  INSERT INTO articles_fts_titles (articles_fts_titles, rowid, title, source)
  SELECT 'delete', id, title, source FROM article_words WHERE id = old.id;
END;
`,
};
