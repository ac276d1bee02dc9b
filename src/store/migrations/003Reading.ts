// What reading politely needs: how often a site asks to be read, where it moved, which host wants to be left alone, which page
// was read, and questions to moderators about many new articles at once.

import type { Migration } from './migration.ts';

export const reading: Migration = {
  version: 3,
  sql: `
-- 'feed', or 'index': a page whose links to articles are read.
ALTER TABLE sources ADD COLUMN kind TEXT NOT NULL DEFAULT 'feed';
-- The address that gave etag and last_modified, after redirects.
ALTER TABLE sources ADD COLUMN validators_url TEXT;
-- Of the entries that were read last: where it is the same again, there is nothing to save.
ALTER TABLE sources ADD COLUMN fingerprint TEXT;
-- JSON, how often the document itself asks to be read; unset: it does not say.
ALTER TABLE sources ADD COLUMN wishes TEXT;
-- JSON {url, count}: where permanent redirects lead, and how often in a row that was seen.
ALTER TABLE sources ADD COLUMN moved TEXT;
-- The address before it moved for good.
ALTER TABLE sources ADD COLUMN former_url TEXT;
-- Failures in a row with the present trouble_code.
ALTER TABLE sources ADD COLUMN trouble_sightings INTEGER NOT NULL DEFAULT 0;
-- The site said that it is gone: not read again before a moderator asks.
ALTER TABLE sources ADD COLUMN stopped_at INTEGER;

-- When the article's own page was read, or tried; unset: not yet.
ALTER TABLE articles ADD COLUMN page_read_at INTEGER;
-- JSON {name, title?, url?}: whose article it quotes and recommends.
ALTER TABLE articles ADD COLUMN quotes TEXT;
CREATE INDEX articles_without_text ON articles (ordered_at) WHERE text = '' AND page_read_at IS NULL;

-- Hosts that asked to be left alone for a while.
CREATE TABLE host_pauses (
  host TEXT PRIMARY KEY,                -- with its port where that is not the usual one
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Many new articles of a source at once: the moderators are asked before anything is posted.
CREATE TABLE floods (
  id TEXT PRIMARY KEY,                  -- fits a custom_id
  guild_id TEXT NOT NULL,
  subscription_id INTEGER NOT NULL,     -- outlives the subscription, hence no reference
  article_ids TEXT NOT NULL,            -- JSON list, oldest first
  because TEXT NOT NULL,                -- 'many' or 'longSilence'
  asked_at INTEGER NOT NULL,
  answer TEXT,                          -- 'newest', 'all', 'digest' or 'none'; unset: still open
  answered_by TEXT,
  answered_at INTEGER
) STRICT;
CREATE INDEX floods_open ON floods (guild_id) WHERE answer IS NULL;
`,
};
