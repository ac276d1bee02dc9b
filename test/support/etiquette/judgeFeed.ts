// Walks through the polls of one feed with the memory of a perfect reader and notes where the real one differs.

import type { Instant } from '../../../src/domain/ids.ts';
import { type Answer, dayMs, hourMs } from './answer.ts';
import type { Exchange } from './site.ts';
import type { Poll } from './splitPolls.ts';
import type { Names } from './validators.ts';
import { type Fault, type Frame, faultOf } from './verdict.ts';

const jitter = 0.1;
/** HTTP dates have whole seconds. */
const slackMs = 1_000;
/** Sightings that make a permanent redirect believed, and a 410 final. */
const sightingsToBelieve = 3;

/** What a perfect reader remembers between two polls. */
interface Memory {
  address: string;
  /** Given by the last document or its confirmation. */
  known: (Names & { readonly url: string }) | undefined;
  hasCutDocument: boolean;
  pauseMs: number;
  isQuiet: (at: Instant) => boolean;
  /** By the last answer. */
  earliest: Instant;
  latest: Instant;
  failures: number;
  gone: number;
  move: { readonly url: string; readonly count: number } | undefined;
  articles: number;
}

export interface FeedVerdict {
  readonly faults: readonly Fault[];
  readonly unconditional: number;
  /** That a perfect reader would have in the end. */
  readonly articles: number;
  /** Not read any more when it should have been; unset: it was, or it is gone. */
  readonly missedSince?: Instant;
}

/** @param peaceUntil until when hosts of the feed asked for peace, as known at an instant */
export function judgeFeed(
  polls: readonly Poll[],
  address: string,
  { startedAt, endsAt, intervalMs }: Frame,
  peaceUntil: (at: Instant) => Instant,
): FeedVerdict {
  const memory: Memory = {
    address,
    known: undefined,
    hasCutDocument: false,
    pauseMs: 0,
    isQuiet: () => false,
    earliest: startedAt,
    latest: startedAt + hourMs,
    failures: 0,
    gone: 0,
    move: undefined,
    articles: 0,
  };
  const faults: Fault[] = [];
  let unconditional = 0;
  for (const poll of polls) {
    faults.push(...judgeTime(poll, memory, peaceUntil));
    for (const exchange of poll.exchanges) {
      faults.push(...judgeCondition(exchange, memory));
      if (isWhole(exchange) && isWithoutCondition(exchange)) unconditional += 1;
    }
    if (!poll.isLost) remember(poll, memory, intervalMs);
  }
  const latest = latestOf(memory, endsAt, peaceUntil);
  const isMissed = latest < endsAt && memory.gone < sightingsToBelieve;
  return { faults, unconditional, articles: memory.articles, ...(isMissed ? { missedSince: latest } : {}) };
}

function judgeTime({ exchanges }: Poll, memory: Memory, peaceUntil: (at: Instant) => Instant): Fault[] {
  const [first] = exchanges;
  const { at } = first.question;
  const faults: Fault[] = [];
  const minutes = (ms: number) => `${(ms / 60_000).toFixed(1)} minutes`;
  if (first.url !== memory.address) faults.push(faultOf('wrong address', first, `instead of ${memory.address}`));
  if (at < memory.earliest - slackMs) faults.push(faultOf('early', first, `by ${minutes(memory.earliest - at)}`));
  const latest = latestOf(memory, at, peaceUntil);
  if (at > latest) faults.push(faultOf('late', first, `by ${minutes(at - latest)}`));
  if (memory.isQuiet(at)) faults.push(faultOf('quiet time', first, new Date(at).toISOString()));
  if (memory.gone >= sightingsToBelieve) faults.push(faultOf('asked after the third 410', first, `${memory.gone}`));
  return faults;
}

function latestOf(memory: Memory, at: Instant, peaceUntil: (at: Instant) => Instant): Instant {
  let latest = Math.max(memory.latest, peaceUntil(at)) + slackMs;
  for (let hours = 0; memory.isQuiet(latest) && hours < 8 * 24; hours += 1) {
    latest = (Math.floor(latest / hourMs) + 1) * hourMs;
    // Readers spread over the first hour that is allowed.
    if (!memory.isQuiet(latest)) return latest + hourMs;
  }
  return latest;
}

function judgeCondition(exchange: Exchange, { known }: Memory): Fault[] {
  const sent = conditionOf(exchange);
  const due: Names = known?.url === exchange.url ? known : {};
  if (sent.etag === due.etag && sent.lastModified === due.lastModified) return [];
  const rule = isWithoutCondition(exchange) ? 'asked again without a condition' : 'validators not as given';
  const shown = ({ etag, lastModified }: Names) => `${etag?.slice(0, 60)}, ${lastModified}`;
  return [faultOf(rule, exchange, `${shown(sent)} instead of ${shown(due)}`)];
}

function conditionOf({ question: { headers } }: Exchange): Names {
  const { 'if-none-match': etag, 'if-modified-since': lastModified } = headers;
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };
}

function isWithoutCondition(exchange: Exchange): boolean {
  return Object.keys(conditionOf(exchange)).length === 0;
}

function isWhole({ answer: { gives } }: Exchange): boolean {
  return gives === 'whole feed' || gives === 'cut feed';
}

function remember(poll: Poll, memory: Memory, intervalMs: number): void {
  const { question, answer } = poll.last;
  const { gives, wishes = {} } = answer;
  if (gives === undefined) rememberTrouble(answer, question.at, memory, intervalMs);
  else {
    rememberDocument(poll.last, memory);
    rememberMove(poll, memory);
    memory.failures = 0;
    memory.gone = 0;
    const askedMs = Math.min(Math.max(wishes.freshForMs ?? 0, memory.pauseMs), dayMs);
    memory.earliest = question.at + Math.min(Math.max((1 - jitter) * intervalMs, askedMs), dayMs);
    memory.latest = question.at + (1 + jitter) * Math.min(Math.max(intervalMs, askedMs), dayMs);
  }
}

function rememberTrouble({ status, wishes = {} }: Answer, at: Instant, memory: Memory, intervalMs: number): void {
  const pauseMs = Math.min(intervalMs * 2 ** memory.failures, dayMs);
  const askedMs = wishes.retryAfterMs ?? 0;
  memory.failures += 1;
  memory.gone = status === 410 ? memory.gone + 1 : 0;
  memory.earliest = at + Math.max((1 - jitter) * pauseMs, askedMs);
  memory.latest = at + (1 + jitter) * Math.max(pauseMs, askedMs);
}

function rememberDocument({ answer, url }: Exchange, memory: Memory): void {
  const { gives, headers, wishes = {}, articles = memory.articles } = answer;
  memory.articles = Math.max(memory.articles, articles);
  const { etag = '', 'last-modified': lastModified = '' } = headers;
  const names: Names = { ...(etag === '' ? {} : { etag }), ...(lastModified === '' ? {} : { lastModified }) };
  if (gives === 'not modified') {
    memory.known = { ...memory.known, ...names, url };
    return;
  }
  // The name of a document that was cut would hide the rest of it; a second cut is how the document is.
  const isUsable = gives === 'whole feed' || memory.hasCutDocument;
  memory.known = isUsable && Object.keys(names).length > 0 ? { ...names, url } : undefined;
  memory.hasCutDocument = gives === 'cut feed';
  memory.pauseMs = wishes.pauseMs ?? 0;
  memory.isQuiet = wishes.isQuiet ?? (() => false);
}

function rememberMove({ movedTo }: Poll, memory: Memory): void {
  if (movedTo === undefined) {
    memory.move = undefined;
    return;
  }
  const count = memory.move?.url === movedTo ? memory.move.count + 1 : 1;
  memory.move = count < sightingsToBelieve ? { url: movedTo, count } : undefined;
  if (count === sightingsToBelieve) memory.address = movedTo;
}
