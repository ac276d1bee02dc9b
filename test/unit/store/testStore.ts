// A store in a folder of its own, and short ways to fill it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { planning } from '../../../src/delivery/planning.ts';
import type { Article, Entry } from '../../../src/domain/article.ts';
import type { NewDelivery } from '../../../src/domain/delivery.ts';
import type { ChannelId, GuildId, SourceId, UserId } from '../../../src/domain/ids.ts';
import type { GuildSettings } from '../../../src/domain/settings.ts';
import type { Subscription } from '../../../src/domain/subscription.ts';
import type { Scope } from '../../../src/ports/articles.ts';
import type { Interest } from '../../../src/ports/planning.ts';
import { openStore, type Store } from '../../../src/store/openStore.ts';

export const now = Date.UTC(2026, 10, 24, 12);
export const hourMs = 3_600_000;
export const guildId = '100' as GuildId;
export const newsId = '200' as ChannelId;
export const userId = '300' as UserId;
export const scope: Scope = { guildId, channelIds: new Set([newsId]) };

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'society-bot-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestStore extends Store {
  readonly path: string;
  /** Another connection to the same file, for looking past the store. */
  readonly inspect: Database;
}

/** Closed and removed after the test. */
export async function openTestStore(folder = temporaryFolder()): Promise<TestStore> {
  const path = join(folder, 'bot.sqlite');
  const store = await openStore(`file:${path}`);
  const inspect = new SqliteDatabase(path, { timeout: 0 });
  onTestFinished(async () => {
    inspect.close();
    await store.close();
  });
  return { ...store, path, inspect };
}

/** What a guild chose, whatever it had chosen before. */
export async function saveSettings(
  { settings }: Pick<Store, 'settings'>,
  chosen: GuildSettings,
  at = now,
): Promise<void> {
  await settings.change(chosen.guildId, () => chosen, at);
}

/** An entry with its own guid and link. */
export function entry(name: string, changes: Partial<Entry> = {}): Entry {
  return {
    guid: `urn:${name}`,
    url: `https://society.example/${name}`,
    title: `Title of ${name}`,
    teaser: `What ${name} is about, in a sentence long enough to tell it apart from all others.`,
    text: '',
    authors: [],
    categories: [],
    ...changes,
  };
}

export function addSource(store: Store, url = 'https://society.example/feed.xml'): Promise<SourceId> {
  return store.sources.save({ url, title: 'Society News' }, now).then(({ id }) => id);
}

/** One reading of a source at `at`. @returns the articles that were handed to be planned, by title, and what was saved */
export async function readInto(
  store: Store,
  id: SourceId,
  entries: readonly Entry[],
  at = now,
  plan: PlanDeliveries = planAll,
) {
  const planned: Article[] = [];
  const findings = { entries, validators: { etag: `"${at}"` }, readAt: at, nextPollAt: at + hourMs };
  const saved = await store.sources.saveReading(id, findings, {
    ...planning,
    news: ({ articles }, interests) => {
      planned.push(...articles);
      return { deliveries: plan(articles, interests), floods: [] };
    },
  });
  return { saved, planned, titles: planned.map(({ title }) => title) };
}

/** What is to be delivered of new articles. */
export type PlanDeliveries = (articles: readonly Article[], interests: readonly Interest[]) => readonly NewDelivery[];

export const planAll: PlanDeliveries = (articles, interests) =>
  articles.flatMap((article) => interests.map(({ subscription }) => deliveryOf(article, subscription)));

export function deliveryOf(article: Article, subscription: Subscription): NewDelivery {
  return delivery({
    guildId: subscription.guildId,
    channelId: subscription.channelId,
    subscriptionId: subscription.id,
    articleId: article.id,
    dedupeKey: `article:${subscription.channelId}:${article.canonicalLink ?? article.id}`,
    orderedAt: article.publishedAt ?? article.firstSeenAt,
  });
}

export function delivery(changes: Partial<NewDelivery> = {}): NewDelivery {
  return {
    guildId,
    channelId: newsId,
    targetKind: 'text',
    purpose: 'article',
    steps: ['message', 'thread', 'question'],
    orderedAt: now,
    ...changes,
  };
}

/** A subscription without backfill. */
export function follow(
  store: Store,
  sourceId: SourceId,
  changes: { guildId?: GuildId; channelId?: ChannelId } = {},
): Promise<Subscription> {
  return store.subscriptions.add(
    { guildId, channelId: newsId, sourceId, addedBy: userId, addedAt: now, ...changes },
    0,
    () => [],
  );
}
