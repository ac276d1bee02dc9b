// What a change was and became, so that moderators see it and can put it back.

import type { Migration } from './migration.ts';

export const auditing: Migration = {
  version: 12,
  sql: `
ALTER TABLE audit ADD COLUMN change TEXT;  -- JSON; NULL: nothing that can be put back
`,
};
