// Brings the entries of one reading into the articles: new ones from oldest to newest, known ones as the feed now has them.
// Invariant: what a reading does not tell (a page's text, authors, a picture) never blanks what an earlier one told.

import { type Article, type Entry, publicationOrder } from '../domain/article.ts';
import type { Alias, Identity } from '../domain/identity.ts';
import type { ArticleId, Instant } from '../domain/ids.ts';
import { type KnownNames, type MatchedEntry, matchEntries, namesToKnow } from '../domain/matchEntries.ts';
import { findRefills } from '../domain/refills.ts';
import type { Source } from '../domain/source.ts';
import type { Findings } from '../ports/sources.ts';
import { listNames, saveNames } from './articleNames.ts';
import {
  type ArticleColumns,
  type ArticleRow,
  insertArticle,
  listRows,
  listShown,
  markVanished,
  toArticle,
  updateArticle,
} from './articleTable.ts';
import type { Db } from './schema.ts';
import { wellFormedEntry } from './wellFormed.ts';

export interface SavedEntries {
  /** New ones. Oldest first. */
  readonly created: readonly Article[];
  /** Older ones that came to be shown because others are shown no more. */
  readonly refills: readonly Article[];
  /** Those whose words changed. */
  readonly changed: readonly ArticleId[];
}

/** Which entry is which article of the source. */
export async function recognise(db: Db, source: Pick<Source, 'id'>, identity: Identity, entries: readonly Entry[]) {
  const known = await listNames(db, source.id, [...namesToKnow(identity, entries)]);
  return { known, ...matchEntries(identity, entries, known) };
}

/** To be called within the transaction of the reading. */
export async function saveEntries(
  tx: Db,
  source: Pick<Source, 'id' | 'title'>,
  identity: Identity,
  { entries, readAt: seenAt, isPartial }: Pick<Findings, 'entries' | 'readAt' | 'isPartial'>,
): Promise<SavedEntries> {
  const { known, matched, shared } = await recognise(tx, source, identity, entries.map(wellFormedEntry));
  const rows = await listRows(
    tx,
    matched.flatMap(({ articleId }) => articleId ?? []),
  );
  const shown = new Set<ArticleId>(rows.keys());
  const missing = isPartial === true ? [] : (await listShown(tx, source.id)).filter(({ id }) => !shown.has(id));
  const places = findRefills(
    matched.map(({ articleId }) => articleId && rows.get(articleId)),
    missing,
  );
  const created: Article[] = [];
  const refills: Article[] = [];
  const changed: ArticleId[] = [];

  for (const [position, match] of oldestFirst(matched, seenAt)) {
    const row = match.articleId === undefined ? undefined : rows.get(match.articleId);
    if (row && match.entry.isCut) {
      await updateArticle(tx, row.id, { vanishedAt: null });
    } else if (row) {
      const columns = updatedColumns(row, match, known);
      if (columns.revision > row.revision) changed.push(row.id);
      if (differs(columns, row)) await updateArticle(tx, row.id, columns);
      await saveNames(
        tx,
        source.id,
        row.id,
        match.aliases.filter((alias) => !known.has(alias)),
      );
    } else {
      const columns = newColumns(source, match, position, seenAt);
      const id = await insertArticle(tx, columns);
      await saveNames(tx, source.id, id, match.aliases);
      const article = toArticle({ ...columns, id, sourceTitle: source.title });
      (places.has(position) ? refills : created).push(article);
    }
  }
  const [witness = created[0]?.id] = shown;
  if (witness !== undefined) await saveNames(tx, source.id, witness, shared);
  await markVanished(tx, missing, seenAt);
  return { created, refills, changed };
}

/** Entries with their place in the feed; where dates do not tell, the feed has its oldest at the bottom. */
function oldestFirst(matched: readonly MatchedEntry[], seenAt: Instant): [number, MatchedEntry][] {
  return [...matched.entries()].sort(
    ([leftPlace, left], [rightPlace, right]) =>
      publicationOrder(left.entry, seenAt) - publicationOrder(right.entry, seenAt) || rightPlace - leftPlace,
  );
}

export function newColumns(
  source: Pick<Source, 'id'>,
  match: Pick<MatchedEntry, 'entry' | 'aliases'>,
  position: number,
  seenAt: Instant,
): ArticleColumns {
  const { entry, aliases } = match;
  return {
    sourceId: source.id,
    guid: entry.guid ?? null,
    url: entry.url ?? null,
    canonicalLink: linkAmong(aliases) ?? null,
    title: entry.title,
    teaser: entry.teaser,
    text: entry.text,
    authors: JSON.stringify(entry.authors),
    categories: JSON.stringify(entry.categories),
    language: entry.language ?? null,
    picture: entry.picture ? JSON.stringify(entry.picture) : null,
    publishedAt: entry.publishedAt ?? null,
    updatedAt: entry.updatedAt ?? null,
    orderedAt: publicationOrder(entry, seenAt),
    firstSeenAt: seenAt,
    feedPosition: position,
    revision: 1,
    vanishedAt: null,
    pageReadAt: null,
    quotes: entry.quotes ? JSON.stringify(entry.quotes) : null,
    events: entry.events ? JSON.stringify(entry.events) : null,
  };
}

function updatedColumns(row: ArticleRow, match: MatchedEntry, known: KnownNames): ArticleColumns {
  const { id: _, conferencesRead: __, ...before } = row;
  const { entry } = match;
  const publishedAt = entry.publishedAt ?? row.publishedAt;
  const after = {
    ...before,
    guid: entry.guid ?? row.guid,
    url: entry.url ?? row.url,
    canonicalLink: entry.url === undefined ? row.canonicalLink : ownLink(row.id, match.aliases, known),
    title: entry.title || row.title,
    teaser: entry.teaser || row.teaser,
    text: entry.text || row.text,
    authors: entry.authors.length > 0 ? JSON.stringify(entry.authors) : row.authors,
    categories: entry.categories.length > 0 ? JSON.stringify(entry.categories) : row.categories,
    language: entry.language ?? row.language,
    picture: entry.picture ? JSON.stringify(entry.picture) : row.picture,
    quotes: entry.quotes ? JSON.stringify(entry.quotes) : row.quotes,
    events: entry.events ? JSON.stringify(entry.events) : row.events,
    publishedAt,
    updatedAt: entry.updatedAt ?? row.updatedAt,
    // Bound by the first sighting, so a feed that renews its dates does not bring old articles to the top.
    orderedAt: Math.min(publishedAt ?? row.firstSeenAt, row.firstSeenAt),
    vanishedAt: null,
  };
  return { ...after, revision: row.revision + (hasNewWords(row, after) ? 1 : 0) };
}

/** A text that was still missing is no change: the article is the same, only more of it is known. */
function hasNewWords(before: ArticleRow, after: Pick<ArticleRow, 'title' | 'teaser' | 'text'>): boolean {
  return (
    readsOtherwise(before.title, after.title) ||
    readsOtherwise(before.teaser, after.teaser) ||
    (before.text !== '' && readsOtherwise(before.text, after.text))
  );
}

function readsOtherwise(before: string, after: string): boolean {
  return before !== after && squeezed(before) !== squeezed(after);
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function differs(columns: ArticleColumns, row: ArticleRow): boolean {
  return (Object.keys(columns) as (keyof ArticleColumns)[]).some((name) => columns[name] !== row[name]);
}

function ownLink(id: ArticleId, aliases: readonly Alias[], known: KnownNames): string | null {
  return linkAmong(aliases.filter((alias) => (known.get(alias) ?? id) === id)) ?? null;
}

function linkAmong(aliases: readonly Alias[]): string | undefined {
  return aliases.find((alias) => alias.startsWith('link:'))?.slice('link:'.length);
}
