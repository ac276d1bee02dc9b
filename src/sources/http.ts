// The one fetcher: nothing else in the product asks a site for anything. Each hop of a redirect passes all three doors
// (vetUrl, the resolved addresses, the socket's address). Invariant: it throws SourceError and nothing else.

import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { SourceError } from '../domain/errors.ts';
import { isUrl } from '../domain/isUrl.ts';
import type { Validators } from '../domain/source.ts';
import type { Clock } from '../ports/clock.ts';
import type { HostPauses } from '../ports/hostPauses.ts';
import type { GuardOptions, Lookup } from './addressGuard.ts';
import { isAllowedHost, portOf } from './allowedHosts.ts';
import { statusError, toSourceError } from './fetchTrouble.ts';
import { readFreshness } from './freshness.ts';
import { textOfHeader } from './headerBytes.ts';
import { createHostGate, createPassingPauses } from './hostGate.ts';
import { type BodyLimits, readBody } from './readBody.ts';
import { redirectTarget } from './redirectTarget.ts';
import { findUrlFault } from './vetUrl.ts';

/** Bounds of one reading. The defaults are promises F13 and F14 of the project's reliability list. */
export interface FetchLimits extends BodyLimits {
  readonly connectTimeoutMs: number;
  readonly firstByteTimeoutMs: number;
  /** Longest silence within a body. */
  readonly idleTimeoutMs: number;
  /** From the first dial to the last byte, redirects included. */
  readonly totalTimeoutMs: number;
  readonly maxHeaderBytes: number;
  readonly maxRedirects: number;
  /** Between two requests to a host that the operator did not open. */
  readonly hostGapMs: number;
}

export const fetchLimits: FetchLimits = {
  connectTimeoutMs: 5_000,
  firstByteTimeoutMs: 10_000,
  idleTimeoutMs: 10_000,
  totalTimeoutMs: 20_000,
  maxWireBytes: 5_000_000,
  maxDecodedBytes: 10_000_000,
  maxRatio: 200,
  ratioFromBytes: 1_000_000,
  maxHeaderBytes: 32_768,
  maxRedirects: 5,
  hostGapMs: 1_000,
};

export interface FetchOptions {
  readonly allowHosts: readonly string[];
  /** URL or address of the people who run the bot; goes into the User-Agent. */
  readonly contact?: string | undefined;
  readonly version: string;
  /** Unset: the system's clock. */
  readonly clock?: Clock | undefined;
  /** What hosts asked for; unset: remembered as long as the process lives. */
  readonly hostPauses?: HostPauses | undefined;
  /** Stands in for the system's resolver in tests. */
  readonly lookup?: Lookup | undefined;
  readonly limits?: Partial<FetchLimits> | undefined;
}

/** What the headers of an answer say, and the way it came. */
interface AnswerFacts {
  readonly validators: Validators;
  /** How long the answer stays fresh, in milliseconds; unset: it does not say. */
  readonly freshForMs?: number;
  /** Where permanent redirects led; unset: the address stands. */
  readonly movedTo?: string;
}

/** A document as it came. */
export interface FetchedDocument extends AnswerFacts {
  readonly kind: 'document';
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly contentLanguage: string;
  readonly contentLocation: string;
}

export interface NotModifiedAnswer extends AnswerFacts {
  readonly kind: 'notModified';
}

export interface Fetcher {
  /**
   * @param accept the media types asked for
   * @param validators makes the request conditional; sent back to the address that gave them alone
   * @throws SourceError
   */
  fetchDocument(url: string, accept: string, validators?: Validators): Promise<FetchedDocument | NotModifiedAnswer>;
  close(): Promise<void>;
}

const redirectStatuses: readonly number[] = [301, 302, 303, 307, 308];
const permanentStatuses: readonly number[] = [301, 308];

type Hop =
  | { readonly kind: 'redirect'; readonly to: string; readonly isPermanent: boolean }
  | FetchedDocument
  | NotModifiedAnswer;

export function createFetcher(options: FetchOptions): Fetcher {
  const limits: FetchLimits = { ...fetchLimits, ...options.limits };
  const { allowHosts, lookup, clock = { now: Date.now }, hostPauses = createPassingPauses() } = options;
  const { connectTimeoutMs, maxHeaderBytes } = limits;
  const guard: GuardOptions = { allowHosts, lookup, connectTimeoutMs, maxHeaderBytes };
  /** Those of the requests under way. An agent remembers every host it has dialled, and no connection is kept: each request has its own. */
  const agents = new Set<Dispatcher>();
  const userAgent = nameOf(options);
  const isOpened = (host: string) => {
    const url = new URL(`http://${host}`);
    return isAllowedHost(allowHosts, url.hostname, portOf(url));
  };
  const gate = createHostGate({ clock, pauses: hostPauses, gapMs: (host) => (isOpened(host) ? 0 : limits.hostGapMs) });

  const withAgent = async <T>(use: (agent: Dispatcher) => Promise<T>): Promise<T> => {
    // What dials is loaded with the first request.
    const { createGuardedAgent } = await import('./addressGuard.ts');
    const agent = createGuardedAgent(guard);
    agents.add(agent);
    try {
      return await use(agent);
    } finally {
      agents.delete(agent);
      await agent.destroy();
    }
  };

  const ask = async (
    agent: Dispatcher,
    url: URL,
    accept: string,
    known: Validators | undefined,
    signal: AbortSignal,
  ): Promise<Hop> => {
    const { default: undici } = await import('undici');
    const { statusCode, headers, body } = await undici.request(url, {
      dispatcher: agent,
      signal,
      headersTimeout: limits.firstByteTimeoutMs,
      bodyTimeout: limits.idleTimeoutMs,
      headers: {
        'user-agent': userAgent,
        accept,
        'accept-encoding': 'gzip, deflate, br',
        ...(known?.etag === undefined ? {} : { 'if-none-match': known.etag }),
        ...(known?.lastModified === undefined ? {} : { 'if-modified-since': known.lastModified }),
      },
    });
    // An answer that is not read, or is cut off, reports its end as an error event nobody else listens to.
    body.on('error', () => undefined);
    if (redirectStatuses.includes(statusCode) && headers.location !== undefined) {
      body.destroy();
      const to = redirectTarget(url, textOfHeader(first(headers.location)));
      return { kind: 'redirect', to, isPermanent: permanentStatuses.includes(statusCode) };
    }
    const facts = factsOf(headers, url, clock.now());
    if (statusCode === 304 && known !== undefined) {
      await body.dump();
      return { kind: 'notModified', ...facts, validators: { ...known, ...facts.validators } };
    }
    if (statusCode < 200 || statusCode > 299) {
      body.destroy();
      throw statusError(statusCode, url.hostname, first(headers['retry-after']), clock.now());
    }
    if (Number(first(headers['content-length'])) > limits.maxWireBytes) {
      body.destroy();
      throw new SourceError('tooLarge', { host: url.hostname });
    }
    const bytes = await readBody(body, first(headers['content-encoding']), limits, url.hostname);
    return { kind: 'document', url: url.href, bytes, ...describe(headers), ...facts };
  };

  const fetchDocument: Fetcher['fetchDocument'] = async (address, accept, validators) => {
    let url = vetted(address, allowHosts);
    const source = validators?.url ?? url.href;
    let leftMs = limits.totalTimeoutMs;
    let movedTo: string | undefined;
    let isPermanent = true;
    for (let hops = 0; hops <= limits.maxRedirects; hops += 1) {
      const target = url;
      // The time a request waits for its turn is not the site's.
      const hop = await gate.pass(target.host, async () => {
        const startedAt = performance.now();
        const signal = AbortSignal.timeout(Math.max(1, Math.ceil(leftMs)));
        try {
          const known = target.href === source ? validators : undefined;
          return await withAgent((agent) => ask(agent, target, accept, known, signal));
        } catch (error) {
          throw toSourceError(error, target.hostname, signal.aborted);
        } finally {
          leftMs -= performance.now() - startedAt;
        }
      });
      if (hop.kind !== 'redirect') return { ...hop, ...(movedTo === undefined ? {} : { movedTo }) };
      url = vetted(hop.to, allowHosts);
      isPermanent &&= hop.isPermanent;
      if (isPermanent) movedTo = url.href;
    }
    throw new SourceError('tooManyRedirects', { host: new URL(address).hostname });
  };

  return {
    fetchDocument,
    close: async () => void (await Promise.all([...agents].map((agent) => agent.destroy()))),
  };
}

function vetted(address: string, allowHosts: readonly string[]): URL {
  const fault = findUrlFault(address, allowHosts);
  const host = isUrl(address) ? new URL(address).hostname : '';
  if (fault !== undefined) throw new SourceError(fault === 'private' ? 'addressPrivate' : 'addressInvalid', { host });
  const url = new URL(address);
  url.hash = '';
  return url;
}

function nameOf({ version, contact }: FetchOptions): string {
  const printable = contact?.replace(/[^\x21-\x7e ]/g, '').trim() ?? '';
  return `society-bot/${version}${printable === '' ? '' : ` (+${printable})`}`;
}

function describe(headers: IncomingHttpHeaders) {
  return {
    contentType: first(headers['content-type']),
    contentLanguage: first(headers['content-language']),
    contentLocation: textOfHeader(first(headers['content-location'])),
  };
}

function factsOf(headers: IncomingHttpHeaders, url: URL, now: number): AnswerFacts {
  const etag = first(headers.etag);
  const lastModified = first(headers['last-modified']);
  const freshForMs = readFreshness(headers, now);
  return {
    validators: {
      ...(etag === '' ? {} : { etag }),
      ...(lastModified === '' ? {} : { lastModified }),
      ...(etag === '' && lastModified === '' ? {} : { url: url.href }),
    },
    ...(freshForMs === undefined ? {} : { freshForMs }),
  };
}

function first(header: string | readonly string[] | undefined): string {
  return (typeof header === 'string' ? header : header?.[0]) ?? '';
}
