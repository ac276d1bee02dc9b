// The first schema. Instants are milliseconds since 1970, days are 'YYYY-MM-DD', flags are 0 or 1, Discord's ids are text.

import type { Migration } from './migration.ts';

export const beginning: Migration = {
  version: 1,
  sql: `
-- Which migrations this database has been through.
CREATE TABLE schema_migrations (
  version INTEGER PRIMARY KEY,
  applied_at INTEGER NOT NULL
) STRICT;

-- What moderators decided for their guild; no row: nobody has set it up.
CREATE TABLE guild_settings (
  guild_id TEXT PRIMARY KEY,
  articles_channel_id TEXT,
  conferences_channel_id TEXT,
  alerts_channel_id TEXT,
  ping_role_id TEXT,                    -- pinged for each article; unset: nobody
  threads INTEGER NOT NULL,             -- whether a discussion is opened for each article
  language TEXT NOT NULL,               -- BCP 47
  time_zone TEXT NOT NULL,              -- IANA name
  set_up_by TEXT                        -- the person told when no channel can be used
) STRICT;

-- Addresses that are read; one row however many guilds follow it.
CREATE TABLE sources (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  site_url TEXT,
  language TEXT,                        -- BCP 47
  identity TEXT,                        -- 'guid', 'link' or 'content'; unset until the first entry, then never changed
  etag TEXT,                            -- byte for byte as the server sent it
  last_modified TEXT,                   -- likewise
  first_read_at INTEGER,                -- the reading that was the baseline
  last_read_at INTEGER,                 -- the last reading that succeeded, also one without news
  next_poll_at INTEGER NOT NULL,
  trouble_count INTEGER NOT NULL DEFAULT 0, -- failures in a row
  trouble_since INTEGER,                -- the first of them
  trouble_code TEXT,                    -- code of the last one
  trouble_detail TEXT                   -- technical detail of the last one, without secrets
) STRICT;
CREATE INDEX sources_due ON sources (next_poll_at);

-- A guild's interest in a source.
CREATE TABLE subscriptions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guild_id TEXT NOT NULL,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  channel_id TEXT NOT NULL,
  paused_at INTEGER,
  threads INTEGER,                      -- unset: as the guild decided
  ping_role_id TEXT,                    -- unset: as the guild decided
  question TEXT,                        -- JSON, how its starter questions are asked; unset: by default
  filters TEXT,                         -- JSON, which articles are wanted; unset: all
  baseline_article_id INTEGER,          -- articles up to this id count as seen; unset until the source's first reading
  added_by TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  UNIQUE (guild_id, source_id)
) STRICT;
CREATE INDEX subscriptions_by_source ON subscriptions (source_id);

-- What the sources have shown. Ids grow from older to newer within one reading and are never given twice.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  ordered_at INTEGER NOT NULL,          -- when it counts as published: never later than first_seen_at
  first_seen_at INTEGER NOT NULL,
  feed_position INTEGER NOT NULL,       -- place in the feed when it was first seen, 0 on top
  revision INTEGER NOT NULL DEFAULT 1,  -- grows with each change of title, teaser or text
  vanished_at INTEGER,                  -- the first reading that no longer showed it; unset while the feed shows it
  published_at INTEGER,                 -- as the feed says, right or wrong
  updated_at INTEGER,                   -- likewise
  guid TEXT,
  url TEXT,
  canonical_link TEXT,                  -- one spelling of url; unset where several articles of the source share it
  language TEXT,                        -- BCP 47
  title TEXT NOT NULL,
  authors TEXT NOT NULL,                -- JSON list of names
  categories TEXT NOT NULL,             -- JSON list
  picture TEXT,                         -- JSON {url, alt?}
  teaser TEXT NOT NULL,                 -- plain text, may be empty
  text TEXT NOT NULL                    -- plain text, may be empty; last, so that it is read only when it is wanted
) STRICT;
CREATE INDEX articles_newest ON articles (source_id, ordered_at, id);
CREATE INDEX articles_shown ON articles (source_id) WHERE vanished_at IS NULL;
CREATE INDEX articles_same ON articles (canonical_link);

-- The names an article goes by in its source: 'guid:…', 'link:…', 'content:…'. 'shared:guid:…' and 'shared:link:…' say that the
-- name after the first colon means several articles, and so none.
CREATE TABLE article_aliases (
  source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  alias TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (source_id, alias)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_aliases_by_article ON article_aliases (article_id);

-- Everything that is or was to be brought to Discord, each row exactly once.
CREATE TABLE outbox (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, -- order of creation
  id TEXT NOT NULL UNIQUE,              -- the marker that finds the message again; 16 characters of base32
  guild_id TEXT NOT NULL,
  channel_id TEXT NOT NULL,             -- the route; rows of one channel leave one after the other
  target_kind TEXT NOT NULL,            -- 'text', 'announcement', 'forum', 'thread' or 'direct'
  purpose TEXT NOT NULL,                -- 'article', 'alert', 'reminder', 'digest' or 'edit'
  subscription_id INTEGER,              -- outlives the subscription, hence no reference
  article_id INTEGER REFERENCES articles (id) ON DELETE SET NULL,
  payload TEXT,                         -- JSON, what the view needs beyond the article
  dedupe_key TEXT UNIQUE,               -- a second row with it is not made
  ordered_at INTEGER NOT NULL,          -- rows of a channel leave in this order, then by sequence
  steps TEXT NOT NULL,                  -- JSON list of HTTP requests, in order
  step TEXT NOT NULL,                   -- the next one, or the last one when settled
  results TEXT NOT NULL DEFAULT '{}',   -- JSON, the ids that finished steps gave
  state TEXT NOT NULL DEFAULT 'pending',
  attempt INTEGER NOT NULL DEFAULT 0,   -- how often the step was begun; fences off a worker that lost its lease
  step_begun_at INTEGER,                -- the step's first attempt: from here on its message may exist
  attempted_at INTEGER,                 -- the step's last attempt
  due_at INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,  -- revision of the article the message shows, or an earlier one
  is_plain INTEGER NOT NULL DEFAULT 0,  -- 1 once Discord called the full card invalid
  reason TEXT,                          -- why it is held or dead
  missing TEXT,                         -- JSON list of permissions whose lack holds it
  held_at INTEGER,
  lease_owner TEXT,                     -- the worker that has it
  lease_until INTEGER,                  -- until then no other worker may take it
  created_at INTEGER NOT NULL,
  settled_at INTEGER                    -- when it was sent or given up; unset while it is on its way
) STRICT;
CREATE INDEX outbox_waiting ON outbox (channel_id, ordered_at, sequence) WHERE settled_at IS NULL;
CREATE INDEX outbox_held ON outbox (channel_id) WHERE state = 'held';
CREATE INDEX outbox_by_guild ON outbox (guild_id, state);
CREATE INDEX outbox_by_article ON outbox (article_id);
CREATE INDEX outbox_by_subscription ON outbox (subscription_id) WHERE settled_at IS NULL;

-- A guild's programme. Times are days or instants, never both.
CREATE TABLE conferences (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guild_id TEXT NOT NULL,
  uid TEXT NOT NULL,                    -- of the calendar's event
  title TEXT NOT NULL,
  starts_on TEXT,                       -- first day
  ends_on TEXT,                         -- last day, included
  starts_at INTEGER,
  ends_at INTEGER,
  time_zone TEXT,                       -- IANA name of the instants' place
  begins_at INTEGER NOT NULL,           -- for ordering: the first instant at which it may begin anywhere on earth
  over_at INTEGER NOT NULL,             -- for ordering: the last instant at which it may end anywhere on earth
  status TEXT NOT NULL,                 -- 'confirmed', 'tentative' or 'cancelled'
  place TEXT,
  url TEXT,
  description TEXT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  UNIQUE (guild_id, uid)
) STRICT;
CREATE INDEX conferences_upcoming ON conferences (guild_id, over_at, begins_at);

-- Days before a conference by which something is due.
CREATE TABLE conference_deadlines (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conference_id INTEGER NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,                   -- 'submission', 'registration', …
  due_on TEXT,                          -- a day, ending anywhere on earth
  due_at INTEGER,                       -- or an instant
  label TEXT                            -- the organisers' own words
) STRICT;
CREATE INDEX conference_deadlines_by_conference ON conference_deadlines (conference_id);

-- Searches whose answers have paging buttons.
CREATE TABLE kept_searches (
  id TEXT PRIMARY KEY,                  -- fits a custom_id
  query TEXT NOT NULL,
  source_id INTEGER,
  since INTEGER,
  kept_at INTEGER NOT NULL
) STRICT;
CREATE INDEX kept_searches_by_age ON kept_searches (kept_at);

-- What moderators changed.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guild_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  command TEXT NOT NULL,                -- as typed, without the slash
  options TEXT NOT NULL,                -- JSON
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX audit_by_guild ON audit (guild_id, at);

-- Hash of the commands last registered with Discord.
CREATE TABLE registrations (
  application_id TEXT PRIMARY KEY,
  hash TEXT NOT NULL
) STRICT;
`,
};
