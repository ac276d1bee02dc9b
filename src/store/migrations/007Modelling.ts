// What a language model wrote about articles, and how often it was asked.

import type { Migration } from './migration.ts';

export const modelling: Migration = {
  version: 7,
  sql: `
CREATE TABLE model_texts (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,                   -- 'short', 'standard', 'long' or 'question'
  hash TEXT NOT NULL,                   -- of all that the model was given: a changed article has another
  text TEXT,                            -- unset: its answers were refused
  at INTEGER NOT NULL,
  PRIMARY KEY (article_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE model_requests (
  day TEXT PRIMARY KEY,                 -- YYYY-MM-DD in UTC; only the latest is kept
  count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
