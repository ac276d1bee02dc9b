// Reads the sources that are due and saves what they show, with what is to be delivered, in one transaction a source.

import type { PassCheckpoint } from '../delivery/checkpoints.ts';
import { planArticleDeliveries } from '../delivery/planArticleDeliveries.ts';
import { completeEntry, type Entry, lacksText } from '../domain/article.ts';
import { SourceError } from '../domain/errors.ts';
import type { SourceId } from '../domain/ids.ts';
import type { Source } from '../domain/source.ts';
import type { Log } from '../kit/log.ts';
import type { Clock } from '../ports/clock.ts';
import type { Polling } from '../ports/polling.ts';
import type { FeedReading, Reader } from '../ports/reader.ts';
import type { SavedReading, Sources } from '../ports/sources.ts';

/** Sources read in one round. */
const roundLimit = 16;
/** Pages of new articles fetched in one reading; a site that shows more at once was rebuilt. */
const pageLimit = 5;
/** The longest pause after failures: a day, so that a source is never given up. */
const longestPauseMs = 86_400_000;
/** Share by which a pause is lengthened or shortened, so that sources do not come due together. */
const jitter = 0.1;

export interface PollParts {
  readonly sources: Sources;
  readonly reader: Reader;
  readonly clock: Clock;
  readonly log: Log;
  readonly passCheckpoint: PassCheckpoint;
  /** Pause between two readings of the address. Milliseconds. */
  readonly intervalMs: (url: string) => number;
}

export interface PollSources extends Polling {
  /** Reads everything that is due. Never rejects for a source's sake. */
  pollDue(): Promise<void>;
}

const nothing: SavedReading = { newArticles: 0, changedArticles: 0, deliveries: 0 };

export function createPollSources(parts: PollParts): PollSources {
  const underWay = new Map<SourceId, Promise<SavedReading>>();

  /** One reading of a source at a time, whoever asks for it. */
  const readOnce = (source: Source): Promise<SavedReading> => {
    const running = underWay.get(source.id);
    if (running) return running;
    const reading = readSource(source, parts).finally(() => underWay.delete(source.id));
    underWay.set(source.id, reading);
    return reading;
  };

  return {
    intervalMs: parts.intervalMs,
    pollNow: async (id) => readOnce(await parts.sources.get(id)),
    async pollDue() {
      const due = await parts.sources.listDue(parts.clock.now(), roundLimit);
      await Promise.all([...groupByHost(due).values()].map((sources) => readInTurn(sources, readOnce)));
    },
  };
}

/** One request at a time for each host. */
async function readInTurn(sources: readonly Source[], read: (source: Source) => Promise<SavedReading>): Promise<void> {
  // The trouble of a source is saved with it and logged; here it must only not stop the others.
  for (const source of sources) await read(source).catch(() => undefined);
}

async function readSource(source: Source, parts: PollParts): Promise<SavedReading> {
  const startedAt = performance.now();
  try {
    const saved = await readAndSave(source, parts);
    const durationMs = Math.round(performance.now() - startedAt);
    parts.log.info('source.polled', { sourceId: source.id, ...saved, durationMs });
    return saved;
  } catch (error) {
    if (!(error instanceof SourceError)) {
      parts.log.error('job.failed', { job: 'poll', sourceId: source.id, err: error });
      throw error;
    }
    const at = parts.clock.now();
    const detail = Object.values(error.args).join(' ');
    await parts.sources.saveTrouble(source.id, {
      code: error.code,
      detail,
      at,
      nextPollAt: at + pauseAfter(source, error, parts),
    });
    parts.log.warn('source.failed', {
      sourceId: source.id,
      code: error.code,
      durationMs: Math.round(performance.now() - startedAt),
    });
    throw error;
  }
}

async function readAndSave(source: Source, parts: PollParts): Promise<SavedReading> {
  const reading = await parts.reader.readFeed(source.url, source.validators);
  const readAt = parts.clock.now();
  const nextPollAt = readAt + spread(parts.intervalMs(source.url));
  if (reading.kind === 'notModified') {
    await parts.sources.saveUnchanged(source.id, reading.validators, readAt, nextPollAt);
    return nothing;
  }
  const entries = source.lastReadAt === undefined ? reading.entries : await withPages(source.id, reading, parts);
  parts.passCheckpoint('article:read');
  // A feed that is cut short is asked for whole next time, so its validators are not kept.
  const validators = reading.isPartial ? {} : reading.validators;
  const saved = await parts.sources.saveReading(
    source.id,
    { entries, validators, readAt, nextPollAt },
    planArticleDeliveries,
  );
  parts.passCheckpoint('article:saved');
  return saved;
}

/** Adds the whole text of new articles of which the feed shows only a teaser. */
async function withPages(id: SourceId, reading: FeedReading, parts: PollParts): Promise<Entry[]> {
  const unknown = await parts.sources.listUnknown(id, reading.entries);
  const wanted = new Set<Entry>(unknown.filter(lacksText).slice(0, pageLimit));
  const entries: Entry[] = [];
  for (const entry of reading.entries) entries.push(wanted.has(entry) ? await withPage(entry, parts) : entry);
  return entries;
}

async function withPage(entry: Entry, { reader, log }: PollParts): Promise<Entry> {
  if (!lacksText(entry)) return entry;
  try {
    return completeEntry(entry, await reader.readPage(entry.url));
  } catch (error) {
    // The teaser is enough to post the article; its page may be read later.
    log.warn('page.failed', {
      code: error instanceof SourceError ? error.code : 'defect',
      ...(error instanceof SourceError ? {} : { err: error }),
    });
    return entry;
  }
}

/** Doubles with each failure up to a day; never shorter than the site asked for. */
function pauseAfter(source: Source, error: SourceError, { intervalMs }: PollParts): number {
  const doubled = intervalMs(source.url) * 2 ** Math.min(source.trouble?.count ?? 0, 20);
  return Math.max(spread(Math.min(doubled, longestPauseMs)), error.retryAfterMs ?? 0);
}

function spread(pauseMs: number): number {
  return Math.round(pauseMs * (1 - jitter + 2 * jitter * Math.random()));
}

function hostOf(source: Source): string {
  return URL.canParse(source.url) ? new URL(source.url).host : source.url;
}

function groupByHost(sources: readonly Source[]): Map<string, Source[]> {
  const groups = new Map<string, Source[]>();
  for (const source of sources) groups.set(hostOf(source), [...(groups.get(hostOf(source)) ?? []), source]);
  return groups;
}
