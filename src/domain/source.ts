// A source is one address on the web, polled once however many guilds follow it.

import type { Identity } from './identity.ts';
import type { Instant, SourceId } from './ids.ts';

/** HTTP validators, byte for byte as the server sent them. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** A run of failed readings. */
export interface SourceTrouble {
  readonly count: number;
  readonly since: Instant;
  /** Code of the last SourceError. */
  readonly code: string;
  /** Technical detail of the last failure, for moderators; no secrets, no query strings. */
  readonly detail: string;
}

export interface Source {
  readonly id: SourceId;
  readonly url: string;
  readonly title: string;
  readonly siteUrl?: string;
  readonly language?: string;
  /** How its articles are told apart; unset until the first entry was seen, then never changed. */
  readonly identity?: Identity;
  readonly validators: Validators;
  readonly lastReadAt?: Instant;
  readonly nextPollAt: Instant;
  readonly trouble?: SourceTrouble;
}
