// A source is one address on the web, polled once however many guilds follow it.

import type { Identity } from './identity.ts';
import type { Instant, SourceId } from './ids.ts';

/**
 * What stands at the address: a feed, or a page whose links to articles are read. `recommended` is never read: it holds what
 * moderators recommended of one site in one channel.
 */
export type SourceKind = 'feed' | 'index' | 'recommended';

/** HTTP validators, byte for byte as the server sent them. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
  /** The address that gave them, after redirects: they mean nothing to another. */
  readonly url?: string;
}

/** How often a document asks to be read, by itself or by the headers it came with. */
export interface PollWishes {
  /**
   * How long the answer stays fresh by Cache-Control or Expires, in milliseconds. A 304 that does not say leaves it as it was.
   * @see RFC 9111 section 4.3.4
   */
  readonly freshForMs?: number;
  /** The pause it asks for between two readings, in milliseconds. */
  readonly pauseMs?: number;
  /** Hours of the day in which it is not to be read, 0 to 23, UTC. */
  readonly skipHours?: readonly number[];
  /** Days of the week in which it is not to be read, 0 (Sunday) to 6, UTC. */
  readonly skipDays?: readonly number[];
}

/** A permanent redirect, and how often in a row it was seen. */
export interface Move {
  readonly url: string;
  readonly count: number;
}

/** A run of failed readings. */
export interface SourceTrouble {
  readonly count: number;
  /** How many of them in a row had the present code. */
  readonly sightings: number;
  readonly since: Instant;
  /** Code of the last SourceError. */
  readonly code: string;
  /** Technical detail of the last failure, for moderators; no secrets, no query strings. */
  readonly detail: string;
}

export interface Source {
  readonly id: SourceId;
  readonly kind: SourceKind;
  readonly url: string;
  readonly title: string;
  readonly siteUrl?: string;
  readonly language?: string;
  /** How its articles are told apart; unset until the first entry was seen, then never changed. */
  readonly identity?: Identity;
  readonly validators: Validators;
  /** Of the entries that were read last. */
  readonly fingerprint?: string;
  readonly wishes?: PollWishes;
  readonly lastReadAt?: Instant;
  readonly nextPollAt: Instant;
  readonly trouble?: SourceTrouble;
  readonly moved?: Move;
  /** Its address before it moved for good. */
  readonly formerUrl?: string;
  /** The site said that it is gone: not read again before a moderator asks. */
  readonly stoppedAt?: Instant;
}

/** What the dedupe keys of all alerts about one run of trouble begin with. */
export function troubleKey(id: SourceId, since: Instant): string {
  return `trouble:${id}:${since}:`;
}
