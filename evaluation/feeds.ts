// A folder of feeds → what each says. `<name>.headers.json` beside a file gives `{url, headers}` of its HTTP answer.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSayable } from '../src/domain/errors.ts';
import type { Instant } from '../src/domain/ids.ts';
import type { FeedDocument, ParsedFeed } from '../src/sources/feed/parsedFeed.ts';
import { parseFeed } from '../src/sources/feed/parseFeed.ts';

const sidecar = '.headers.json';

export function* evaluateFeeds(folder: string): Iterable<unknown> {
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith(sidecar)) continue;
    yield { file, ...describe(readDocument(join(folder, file))) };
  }
}

function describe(document: FeedDocument) {
  try {
    const { format, items, isPartial, isCut: _, wishes: __, ...feed } = parseFeed(document);
    return { ok: true, format, isPartial, feed: dated(feed), items: items.map(dated) };
  } catch (error) {
    if (!isSayable(error)) throw error;
    return { ok: false, error: error.code };
  }
}

function readDocument(path: string): FeedDocument {
  const bytes = readFileSync(path);
  if (!existsSync(path + sidecar)) return { bytes };
  const { url, headers = {} } = JSON.parse(readFileSync(path + sidecar, 'utf8')) as {
    url?: string;
    headers?: Record<string, string>;
  };
  const header = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    bytes,
    url,
    contentType: header.get('content-type'),
    contentLanguage: header.get('content-language'),
    contentLocation: header.get('content-location'),
  };
}

/** Instants as ISO 8601. */
function dated<Dated extends Pick<ParsedFeed, 'publishedAt' | 'updatedAt'>>(said: Dated) {
  return { ...said, publishedAt: iso(said.publishedAt), updatedAt: iso(said.updatedAt) };
}

function iso(instant: Instant | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString();
}
