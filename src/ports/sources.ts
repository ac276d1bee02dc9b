import type { Entry } from '../domain/article.ts';
import type { Instant, SourceId } from '../domain/ids.ts';
import type { PollWishes, Source, SourceKind, Validators } from '../domain/source.ts';
import type { Planning } from './planning.ts';

export interface SavedReading {
  readonly newArticles: number;
  readonly changedArticles: number;
  readonly deliveries: number;
}

export interface NewSource {
  readonly url: string;
  readonly title: string;
  /** Unset: a feed. */
  readonly kind?: SourceKind;
  readonly siteUrl?: string;
  readonly language?: string;
}

/** What the answer of a site says, whether or not it holds anything new. */
export interface Cursor {
  /** All that are to be sent with the next request. */
  readonly validators: Validators;
  readonly readAt: Instant;
  readonly nextPollAt: Instant;
  /** Where permanent redirects led, if any did. */
  readonly movedTo?: string;
  readonly wishes?: PollWishes;
}

/** What one successful reading found; committed whole with the source's cursor. */
export interface Findings extends Cursor {
  readonly entries: readonly Entry[];
  readonly fingerprint?: string;
  /** What the source is by its own words. The first reading decides: what was said before it, anybody on any server may have said. */
  readonly described?: Omit<NewSource, 'url'>;
  /** True where the document may hold more: an article that is not in it has not vanished. */
  readonly isPartial?: boolean;
  /** True where the document ended too early. The first such one is no baseline: the next reading has the rest. */
  readonly isCut?: boolean;
  /** True for a page that was rebuilt and is followed anew: what it shows is news to nobody. */
  readonly isRebuilt?: boolean;
}

export interface FailedReading {
  readonly code: string;
  readonly detail: string;
  readonly at: Instant;
  readonly nextPollAt: Instant;
  /** True where the source is not to be read again before a moderator asks. */
  readonly isFinal: boolean;
}

export interface Sources {
  get(id: SourceId): Promise<Source>;
  findByUrl(url: string): Promise<Source | undefined>;
  /** Creates it, or returns the one that has the address. Read by nobody's poll until its first reading is saved or `nextPollAt` comes. */
  save(source: NewSource, nextPollAt: Instant): Promise<Source>;
  /** Sources with an active subscription whose next poll is due, longest overdue first. */
  listDue(now: Instant, limit: number): Promise<Source[]>;
  /** Which of these entries are new to the source: the ones whose pages are worth fetching. */
  listUnknown(id: SourceId, entries: readonly Entry[]): Promise<Entry[]>;
  /** Addresses of its newest articles. */
  listAddresses(id: SourceId): Promise<string[]>;
  /**
   * One transaction: articles, their names, what is to be delivered, edits of what changed, validators and the next poll. A
   * source's first reading is the baseline: `planning` is asked only for subscriptions that had their baseline before.
   */
  saveReading(id: SourceId, findings: Findings, planning: Planning): Promise<SavedReading>;
  /** A 304, or the same entries again: the cursor, and the end of a trouble. */
  saveUnchanged(id: SourceId, cursor: Cursor, planning: Planning): Promise<void>;
  /** The trouble and what moderators are to hear of it. A source that is gone for good is stopped. */
  saveTrouble(id: SourceId, failed: FailedReading, planning: Planning): Promise<void>;
  /** Puts the next reading off, e.g. because its host asked for a pause. */
  postpone(id: SourceId, until: Instant): Promise<void>;
  /** A source that was stopped is read again, at once. */
  restart(id: SourceId, now: Instant): Promise<void>;
}
