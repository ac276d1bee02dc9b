// What was read of articles when they came in, so that nobody waits for it who asks for a summary.

import type { Migration } from './migration.ts';

export const keptReadings: Migration = {
  version: 14,
  sql: `
CREATE TABLE article_readings (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  bot_version TEXT NOT NULL,            -- of the bot that read it
  reading TEXT NOT NULL,                -- JSON
  nearest TEXT NOT NULL                 -- JSON: the nearest earlier articles, whoever may see them
) STRICT;

-- A reading is of the words as they are.
CREATE TRIGGER article_readings_forget AFTER UPDATE OF title, teaser, text, language ON articles BEGIN
  DELETE FROM article_readings WHERE article_id = old.id;
END;
`,
};
