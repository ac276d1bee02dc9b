// What a simulated site is asked and what it answers. An answer declares what it asks of a polite reader, so that the oracle
// need not trust the product's own reading of headers and documents.

import type { IncomingHttpHeaders } from 'node:http';
import type { Instant } from '../../../src/domain/ids.ts';

/** One request as a behaviour sees it. */
export interface Question {
  readonly at: Instant;
  /** When the simulation began. */
  readonly startedAt: Instant;
  readonly path: string;
  /** Which host of the site is asked, 0 or 1. */
  readonly host: number;
  /** Which feed of the site the request belongs to, from 0. */
  readonly feed: number;
  readonly headers: IncomingHttpHeaders;
  /** How often this path of this host was asked before. */
  readonly asked: number;
  /** `http://host:port` of each host of the site. */
  readonly origins: readonly string[];
}

/** What an answer asks of its reader, as the author of the behaviour means it. */
export interface Wishes {
  /** By headers: not again before, in milliseconds. */
  readonly freshForMs?: number;
  /** By the document: not again before, in milliseconds. */
  readonly pauseMs?: number;
  /** By the document: not at this time of the day or week. */
  readonly isQuiet?: (at: Instant) => boolean;
  /** Leave the whole host alone so long, in milliseconds, after the clamp to 1 minute … 24 hours. */
  readonly retryAfterMs?: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The connection breaks instead of an answer. */
  readonly isReset?: boolean;
  /** What a good reader makes of it; unset: nothing it can use. */
  readonly gives?: 'whole feed' | 'cut feed' | 'not modified' | 'page';
  /** Articles shown by a whole feed, or known to whoever is told that nothing changed. */
  readonly articles?: number;
  readonly wishes?: Wishes;
}

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Days since the simulation began. */
export function daysInto({ at, startedAt }: Question): number {
  return (at - startedAt) / dayMs;
}

export function httpDate(at: Instant): string {
  return new Date(at).toUTCString();
}
