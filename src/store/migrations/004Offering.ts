// What /sources add offers to choose from or to confirm, for the buttons that do it.

import type { Migration } from './migration.ts';

export const offering: Migration = {
  version: 4,
  sql: `
CREATE TABLE kept_offers (
  id TEXT PRIMARY KEY,                  -- fits a custom_id
  guild_id TEXT NOT NULL,
  kind TEXT NOT NULL,                   -- 'feed' or 'index', as in sources
  urls TEXT NOT NULL,                   -- JSON list, in the order they were offered
  channel_id TEXT NOT NULL,             -- where the articles are to go
  backfill INTEGER NOT NULL,            -- newest articles to post at once
  kept_at INTEGER NOT NULL
) STRICT;
CREATE INDEX kept_offers_by_age ON kept_offers (kept_at);
`,
};
