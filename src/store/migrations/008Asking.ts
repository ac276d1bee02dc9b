// Which question opens the discussion of each post, so that it is the same whenever it is sent, and is not asked again soon.

import type { Migration } from './migration.ts';

export const asking: Migration = {
  version: 8,
  sql: `
CREATE TABLE asked_questions (
  delivery_id TEXT PRIMARY KEY,         -- the post's row of outbox
  guild_id TEXT NOT NULL,
  article_id INTEGER,
  text TEXT NOT NULL,                   -- plain, in one line, before it is escaped
  chosen_by TEXT,                       -- NULL: the bot; 'moderator': who, is known to the audit alone
  asked_at INTEGER NOT NULL             -- when this text was last about to be sent, or was chosen
) STRICT;
CREATE INDEX asked_questions_by_text ON asked_questions (guild_id, text);

CREATE TABLE proposed_questions (
  id TEXT PRIMARY KEY,                  -- fits a custom_id
  delivery_id TEXT NOT NULL,
  guild_id TEXT NOT NULL,
  text TEXT NOT NULL,
  proposed_at INTEGER NOT NULL,
  UNIQUE (delivery_id, text)
) STRICT;
CREATE INDEX proposed_questions_by_age ON proposed_questions (proposed_at);
`,
};
