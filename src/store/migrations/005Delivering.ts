// What delivering to every kind of channel needs to remember.

import type { Migration } from './migration.ts';

export const delivering: Migration = {
  version: 5,
  sql: `
-- The name the discussion was given; it is renamed only while it still bears it.
ALTER TABLE outbox ADD COLUMN thread_name TEXT;
-- Publishing to other servers is counted by the hour and channel.
CREATE INDEX outbox_announced ON outbox (channel_id, settled_at) WHERE target_kind = 'announcement';
`,
};
