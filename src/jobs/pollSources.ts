// Reads the sources that are due and saves what they show, with what is to be delivered, in one transaction a source.
// Invariant: one reading of a source at a time, and no slow site keeps another waiting.

import type { PassCheckpoint } from '../delivery/checkpoints.ts';
import { planning } from '../delivery/planning.ts';
import { isGoneForGood } from '../delivery/planTroubleAlerts.ts';
import { SourceError } from '../domain/errors.ts';
import type { Instant, SourceId } from '../domain/ids.ts';
import { isUrl } from '../domain/isUrl.ts';
import { isRebuilt } from '../domain/layout.ts';
import { nextPollAfterPause, nextPollAfterTrouble, type PollOccasion } from '../domain/pollSchedule.ts';
import type { Source } from '../domain/source.ts';
import type { Log } from '../kit/log.ts';
import type { Clock } from '../ports/clock.ts';
import type { HostPauses } from '../ports/hostPauses.ts';
import type { Metrics, PollOutcome } from '../ports/metrics.ts';
import type { Polling } from '../ports/polling.ts';
import type { FeedReading, Reader } from '../ports/reader.ts';
import type { SavedReading, Sources } from '../ports/sources.ts';
import { cursorOf } from './pollCursor.ts';
import { pollOutcomeOf } from './pollOutcome.ts';
import { withPages } from './readNewPages.ts';

/** Sources read at the same time. */
const atOnce = 16;

export interface PollParts {
  readonly sources: Sources;
  readonly hostPauses: HostPauses;
  readonly reader: Reader;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly passCheckpoint: PassCheckpoint;
  /** Pause between two readings of the address. Milliseconds. */
  readonly intervalMs: (url: string) => number;
  /** In [0, 1), for jitter. Unset: Math.random. */
  readonly random?: (() => number) | undefined;
}

export interface PollSources extends Polling {
  /** Begins to read everything that is due and has a place; does not wait for it. */
  pollDue(): Promise<void>;
  /** Resolves once what is being read is saved. */
  settle(): Promise<void>;
  /** Begins no more and resolves once nothing is being read; what fails from now on is no trouble of its source. */
  finish(): Promise<void>;
}

const nothing: SavedReading = { newArticles: 0, changedArticles: 0, deliveries: 0 };

export function createPollSources(parts: PollParts): PollSources {
  const ending = new AbortController();
  const underWay = new Map<SourceId, Promise<SavedReading>>();

  /** One reading of a source at a time, whoever asks for it. */
  const readOnce = (source: Source): Promise<SavedReading> => {
    const running = underWay.get(source.id);
    if (running) return running;
    const reading = readSource(source, parts, ending.signal).finally(() => underWay.delete(source.id));
    underWay.set(source.id, reading);
    return reading;
  };

  const settle = async () => {
    await Promise.allSettled(underWay.values());
  };

  return {
    firstCursor: (reading) => cursorOf({}, reading, occasionOf(reading.url, parts)),
    pollNow: async (id) => readOnce(await parts.sources.get(id)),
    async pollDue() {
      if (ending.signal.aborted) return;
      const due = await parts.sources.listDue(parts.clock.now(), atOnce + underWay.size);
      for (const source of due.filter(({ id }) => !underWay.has(id)).slice(0, atOnce - underWay.size)) {
        // The trouble of a source is saved with it and logged; here it must only not stop the others.
        if (!(await putOff(source, parts))) readOnce(source).catch(() => undefined);
      }
    },
    settle,
    async finish() {
      ending.abort();
      await settle();
    },
  };
}

/** A source whose host asked for a pause waits for its end: that is no trouble of the source. */
async function putOff(source: Source, parts: PollParts): Promise<boolean> {
  const occasion = occasionOf(source.url, parts);
  const host = isUrl(source.url) ? new URL(source.url).host : source.url;
  const until = await parts.hostPauses.find(host, occasion.now);
  if (until === undefined) return false;
  await parts.sources.postpone(source.id, nextPollAfterPause(occasion, until, source.wishes));
  return true;
}

async function readSource(source: Source, parts: PollParts, ending: AbortSignal): Promise<SavedReading> {
  const startedAt = performance.now();
  const durationMs = () => Math.round(performance.now() - startedAt);
  try {
    const { saved, outcome } = await readAndSave(source, parts);
    parts.metrics.polled(outcome, durationMs());
    parts.log.info('source.polled', { sourceId: source.id, ...saved, durationMs: durationMs() });
    return saved;
  } catch (error) {
    if (ending.aborted) throw error;
    if (error instanceof SourceError && wasNotAsked(error)) {
      await postpone(source, error, parts);
    } else if (error instanceof SourceError) {
      parts.metrics.polled(pollOutcomeOf(error), durationMs());
      await saveTrouble(source, error, parts);
      const { code, cause } = error;
      // What lies behind the others is in their code.
      const err = code === 'unreachable' && cause !== undefined ? { err: cause } : {};
      parts.log.warn('source.failed', { sourceId: source.id, code, durationMs: durationMs(), ...err });
    } else {
      parts.log.error('job.failed', { job: 'poll', sourceId: source.id, err: error });
    }
    throw error;
  }
}

/** Its host asked for a pause while it waited for its turn: there is no answer, so no trouble. */
function wasNotAsked({ code, args }: SourceError): boolean {
  return code === 'limited' && args.status === undefined;
}

async function postpone(source: Source, { retryAfterMs }: SourceError, parts: PollParts): Promise<void> {
  const { trouble, wishes } = source;
  const nextPollAt = nextPollAfterTrouble(occasionOf(source.url, parts), trouble?.count ?? 0, retryAfterMs, wishes);
  await parts.sources.postpone(source.id, nextPollAt);
}

interface Read {
  readonly saved: SavedReading;
  readonly outcome: PollOutcome;
}

async function readAndSave(source: Source, parts: PollParts): Promise<Read> {
  const { sources, reader, clock, passCheckpoint } = parts;
  const reading = await reader.readFeed(source.url, source.validators, source.kind);
  const cursor = cursorOf(source, reading, occasionOf(source.url, parts));
  if (
    reading.kind === 'notModified' ||
    (reading.fingerprint !== undefined && reading.fingerprint === source.fingerprint)
  ) {
    await sources.saveUnchanged(source.id, cursor, planning);
    return { saved: nothing, outcome: reading.kind === 'notModified' ? '304' : '200' };
  }
  if (source.kind === 'index') await refuseRebuilt(source, reading, sources);
  const entries = source.lastReadAt === undefined ? reading.entries : await withPages(source.id, reading, parts);
  passCheckpoint('article:read');
  const { title, siteUrl, language, fingerprint, isPartial, isCut = false } = reading;
  const described = {
    title: title.trim() || source.title,
    ...(siteUrl ? { siteUrl } : {}),
    ...(language ? { language } : {}),
  };
  const seen = { entries, described, isPartial, isCut, ...(fingerprint === undefined ? {} : { fingerprint }) };
  const findings = { ...cursor, ...seen, readAt: clock.now() };
  const saved = await sources.saveReading(source.id, findings, planning);
  passCheckpoint('article:saved');
  return { saved, outcome: '200' };
}

/** A page that lists nothing it listed before, and nothing like it, was rebuilt: none of its links may be posted. */
async function refuseRebuilt(source: Source, { url, entries }: FeedReading, sources: Sources): Promise<void> {
  const listed = entries.flatMap((entry) => entry.url ?? []);
  if (isRebuilt(listed, await sources.listAddresses(source.id))) {
    throw new SourceError('layoutChanged', { host: new URL(url).hostname });
  }
}

function occasionOf(url: string, { clock, intervalMs, random = Math.random }: PollParts): PollOccasion {
  return { now: clock.now(), intervalMs: intervalMs(url), random };
}

async function saveTrouble(source: Source, error: SourceError, parts: PollParts) {
  const { trouble, wishes } = source;
  const { code, retryAfterMs } = error;
  const occasion = occasionOf(source.url, parts);
  const at: Instant = occasion.now;
  const sightings = trouble?.code === code ? trouble.sightings + 1 : 1;
  const nextPollAt = nextPollAfterTrouble(occasion, trouble?.count ?? 0, retryAfterMs, wishes);
  const detail = Object.values(error.args).join(' ');
  const failed = { code, detail, at, nextPollAt, isFinal: isGoneForGood({ code, sightings }) };
  await parts.sources.saveTrouble(source.id, failed, planning);
}
