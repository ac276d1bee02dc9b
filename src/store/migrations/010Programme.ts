// A programme that is read out of posts, pages and calendars: every fact with its source, doubts as questions to the moderators,
// reminders, Discord's own events and the calendars of members.

import type { Migration } from './migration.ts';

export const programme: Migration = {
  version: 10,
  sql: `
-- Never filled: milestones stand with their conference.
DROP TABLE conference_deadlines;

ALTER TABLE conferences ADD COLUMN milestones TEXT NOT NULL DEFAULT '[]'; -- JSON list, the main one of its kind first
ALTER TABLE conferences ADD COLUMN evidence TEXT NOT NULL DEFAULT '{}';   -- JSON, who said which fact, with the words
ALTER TABLE conferences ADD COLUMN standing TEXT NOT NULL DEFAULT 'sure'; -- 'sure', 'asking' or 'dismissed'
ALTER TABLE conferences ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;   -- grows with each change, RFC 5545
ALTER TABLE conferences ADD COLUMN article_id INTEGER;                    -- the post that announced it

-- By which a conference is known again: 'uid:…', 'url:…', 'title:…@<day>', 'edition:…', 'article:…'.
CREATE TABLE conference_names (
  guild_id TEXT NOT NULL,
  name TEXT NOT NULL,
  conference_id INTEGER NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
  PRIMARY KEY (guild_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX conference_names_by_conference ON conference_names (conference_id);
INSERT INTO conference_names (guild_id, name, conference_id) SELECT guild_id, 'uid:' || uid, id FROM conferences;

-- What moderators are asked before it is believed. The same claim is asked about once.
CREATE TABLE conference_questions (
  id TEXT PRIMARY KEY,                  -- fits a custom_id
  guild_id TEXT NOT NULL,
  conference_id INTEGER NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
  claim TEXT NOT NULL,                  -- JSON
  hash TEXT NOT NULL,                   -- of what the claim says
  doubts TEXT NOT NULL,                 -- JSON list
  asked_at INTEGER NOT NULL,
  answer TEXT,                          -- 'confirmed', 'edited', 'dismissed' or 'superseded'
  answered_by TEXT,
  answered_at INTEGER,
  UNIQUE (conference_id, hash)
) STRICT;
CREATE INDEX conference_questions_open ON conference_questions (guild_id) WHERE answer IS NULL;

-- What a moderator typed and has not saved yet: its buttons work after a restart.
CREATE TABLE conference_drafts (
  id TEXT PRIMARY KEY,                  -- fits a custom_id
  guild_id TEXT NOT NULL,
  draft TEXT NOT NULL,                  -- JSON
  kept_at INTEGER NOT NULL
) STRICT;

-- Calendars that are read again and again; each belongs to one guild.
CREATE TABLE calendars (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guild_id TEXT NOT NULL,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  added_by TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  time_zone TEXT NOT NULL,              -- the guild's when it was last read: what times without a zone were read in
  etag TEXT,                            -- byte for byte as the server sent it
  last_modified TEXT,                   -- likewise
  validators_url TEXT,                  -- the address that gave them
  fingerprint TEXT,                     -- of its events as they were last read; unset while it is empty
  last_read_at INTEGER NOT NULL,
  next_poll_at INTEGER NOT NULL,
  trouble_count INTEGER NOT NULL DEFAULT 0,
  trouble_sightings INTEGER NOT NULL DEFAULT 0,
  trouble_since INTEGER,
  trouble_code TEXT,
  trouble_detail TEXT,
  UNIQUE (guild_id, url)
) STRICT;
CREATE INDEX calendars_due ON calendars (next_poll_at);

-- Which conferences a calendar tells of, and in how many readings on end it did not.
CREATE TABLE calendar_events (
  calendar_id INTEGER NOT NULL REFERENCES calendars (id) ON DELETE CASCADE,
  conference_id INTEGER NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
  missed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (calendar_id, conference_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX calendar_events_by_conference ON calendar_events (conference_id);

-- What members asked to be reminded of.
CREATE TABLE reminders (
  id TEXT PRIMARY KEY,                  -- fits a custom_id
  guild_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  conference_id INTEGER NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
  what TEXT NOT NULL,                   -- 'start' or a kind of milestone
  before TEXT NOT NULL,                 -- 'hour', 'day' or 'week'
  asked_at INTEGER NOT NULL,
  locale TEXT NOT NULL,                 -- BCP 47, of the person
  due_at INTEGER,                       -- unset: it has no date at present
  snoozed_from INTEGER,                 -- when it would have been due
  settled_at INTEGER,                   -- when it was handed to the outbox or ended
  outcome TEXT,                         -- 'sent' or 'ended' (its conference was called off)
  UNIQUE (user_id, conference_id, what, before)
) STRICT;
CREATE INDEX reminders_due ON reminders (due_at) WHERE settled_at IS NULL;
CREATE INDEX reminders_by_conference ON reminders (conference_id);

-- The week whose digest a guild was given, or was found to have nothing in it.
CREATE TABLE programme_digests (
  guild_id TEXT PRIMARY KEY,
  week TEXT NOT NULL                    -- ISO 8601, '2027-W11'
) STRICT;

-- Discord's own events that the bot keeps.
CREATE TABLE scheduled_events (
  conference_id INTEGER PRIMARY KEY,    -- outlives the conference: its event is still to be removed
  guild_id TEXT NOT NULL,
  event_id TEXT,                        -- unset while nobody knows whether it was made
  shown TEXT,                           -- JSON, what the bot last wrote: what differs now is a person's doing
  state TEXT NOT NULL,                  -- 'kept', 'adopted', 'removed', 'cancelled', 'refused' or 'full'
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX scheduled_events_by_guild ON scheduled_events (guild_id);

-- The secret part of a guild's calendar address.
CREATE TABLE calendar_links (
  guild_id TEXT PRIMARY KEY,
  token TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,      -- what is looked for, so that the time of a look tells nothing of the token
  title TEXT NOT NULL,                  -- what the calendar is called
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL
) STRICT;

ALTER TABLE outbox ADD COLUMN conference_id INTEGER REFERENCES conferences (id) ON DELETE SET NULL;
CREATE INDEX outbox_by_conference ON outbox (conference_id) WHERE conference_id IS NOT NULL;

-- Which revision of an article was looked over for conferences, and the events its page tells machines of.
ALTER TABLE articles ADD COLUMN conferences_read INTEGER;
ALTER TABLE articles ADD COLUMN events TEXT;                              -- JSON list
-- What is there already is looked over as far back as 90 days, and nothing of it is announced (0).
UPDATE articles SET conferences_read = CASE WHEN first_seen_at < (unixepoch() - 7776000) * 1000 THEN revision ELSE 0 END;
CREATE INDEX articles_to_look_over ON articles (id) WHERE conferences_read IS NULL OR conferences_read < revision;
`,
};
