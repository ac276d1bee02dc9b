import type { Article, Entry } from '../domain/article.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import type { Instant, SourceId } from '../domain/ids.ts';
import type { GuildSettings } from '../domain/settings.ts';
import type { Source, Validators } from '../domain/source.ts';
import type { Subscription } from '../domain/subscription.ts';

/** A subscription that wants an article, with the settings of its guild. */
export interface Interest {
  readonly subscription: Subscription;
  readonly settings: GuildSettings;
}

/** Decides, purely, what is to be delivered of the articles that are new. */
export type PlanDeliveries = (articles: readonly Article[], interests: readonly Interest[]) => readonly NewDelivery[];

export interface SavedReading {
  readonly newArticles: number;
  readonly changedArticles: number;
  readonly deliveries: number;
}

export interface NewSource {
  readonly url: string;
  readonly title: string;
  readonly siteUrl?: string;
  readonly language?: string;
}

/** What one successful reading found; committed whole with the source's cursor. */
export interface Findings {
  readonly entries: readonly Entry[];
  readonly validators: Validators;
  readonly readAt: Instant;
  readonly nextPollAt: Instant;
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
  /**
   * One transaction: articles, their names, what is to be delivered, validators and the next poll. A source's first reading
   * is the baseline: `plan` is asked only for subscriptions that had their baseline before.
   */
  saveReading(id: SourceId, findings: Findings, plan: PlanDeliveries): Promise<SavedReading>;
  /** A 304: new validators and next poll, nothing else. */
  saveUnchanged(id: SourceId, validators: Validators, readAt: Instant, nextPollAt: Instant): Promise<void>;
  saveTrouble(id: SourceId, trouble: { code: string; detail: string; at: Instant; nextPollAt: Instant }): Promise<void>;
  /** Makes the source due at once. */
  hurry(id: SourceId, now: Instant): Promise<void>;
}
