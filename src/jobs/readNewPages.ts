// Adds the whole text of new articles of which the feed shows only a teaser, before they are saved and posted.

import { completeEntry, type Entry, lacksText } from '../domain/article.ts';
import { SourceError } from '../domain/errors.ts';
import type { SourceId } from '../domain/ids.ts';
import type { Log } from '../kit/log.ts';
import type { FeedReading, Reader } from '../ports/reader.ts';
import type { Sources } from '../ports/sources.ts';

/** Pages fetched in one reading; a site that shows more new articles at once was rebuilt. */
const pageLimit = 5;

interface PageParts {
  readonly sources: Sources;
  readonly reader: Reader;
  readonly log: Log;
}

/** In the feed's order. */
export async function withPages(id: SourceId, reading: FeedReading, parts: PageParts): Promise<readonly Entry[]> {
  if (!reading.entries.some(lacksText)) return reading.entries;
  const unknown = await parts.sources.listUnknown(id, reading.entries);
  const wanted = new Set<Entry>(unknown.filter(lacksText).slice(0, pageLimit));
  const entries: Entry[] = [];
  for (const entry of reading.entries) entries.push(wanted.has(entry) ? await withPage(id, entry, parts) : entry);
  return entries;
}

async function withPage(id: SourceId, entry: Entry, { reader, log }: PageParts): Promise<Entry> {
  if (!lacksText(entry)) return entry;
  try {
    return completeEntry(entry, await reader.readPage(entry.url));
  } catch (error) {
    // The teaser is enough to post the article; its page is read later.
    log.warn('page.failed', {
      sourceId: id,
      code: error instanceof SourceError ? error.code : 'defect',
      ...(error instanceof SourceError ? {} : { err: error }),
    });
    return entry;
  }
}
