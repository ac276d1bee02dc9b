// When the bot logged in, so that a crash loop cannot use up a day's logins, and which guilds removed it.

import type { Migration } from './migration.ts';

export const departing: Migration = {
  version: 6,
  sql: `
CREATE TABLE logins (
  id INTEGER PRIMARY KEY CHECK (id = 1),  -- the one row
  count INTEGER NOT NULL,                 -- in a row, without a quiet time between them
  last_at INTEGER NOT NULL
) STRICT;

CREATE TABLE guild_departures (
  guild_id TEXT PRIMARY KEY,
  left_at INTEGER NOT NULL                -- when the bot heard of it
) STRICT;
`,
};
