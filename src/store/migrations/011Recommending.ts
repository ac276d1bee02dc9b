// Articles of others that moderators recommend: what they were shown and have not posted yet. What they posted is an article of a
// source of kind 'recommended', one for each site and channel.

import type { Migration } from './migration.ts';

export const recommending: Migration = {
  version: 11,
  sql: `
CREATE TABLE recommendation_drafts (
  id TEXT PRIMARY KEY,                  -- fits a custom_id
  guild_id TEXT NOT NULL,
  draft TEXT NOT NULL,                  -- JSON
  kept_at INTEGER NOT NULL
) STRICT;
CREATE INDEX recommendation_drafts_by_age ON recommendation_drafts (kept_at);
`,
};
