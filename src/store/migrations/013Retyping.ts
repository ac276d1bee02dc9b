// Forms that were refused, with what was typed into them, so that they can be corrected.

import type { Migration } from './migration.ts';

export const retyping: Migration = {
  version: 13,
  sql: `
CREATE TABLE refused_forms (
  id TEXT PRIMARY KEY,
  guild_id TEXT NOT NULL,
  form TEXT NOT NULL,      -- Discord's JSON, as it opens again
  kept_at INTEGER NOT NULL
) STRICT;
`,
};
