// The one fetcher: nothing else in the product asks a site for anything. Each hop of a redirect passes all three doors
// (vetUrl, the resolved addresses, the socket's address). Invariant: it throws SourceError and nothing else.

import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'undici';
import { SourceError } from '../domain/errors.ts';
import type { Validators } from '../domain/source.ts';
import { createGuardedAgent, type Lookup } from './addressGuard.ts';
import { statusError, toSourceError } from './fetchTrouble.ts';
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
};

export interface FetchOptions {
  readonly allowHosts: readonly string[];
  /** URL or address of the people who run the bot; goes into the User-Agent. */
  readonly contact?: string | undefined;
  readonly version: string;
  /** Stands in for the system's resolver in tests. */
  readonly lookup?: Lookup | undefined;
  readonly limits?: Partial<FetchLimits> | undefined;
}

/** A document as it came. */
export interface FetchedDocument {
  readonly kind: 'document';
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly contentLanguage: string;
  readonly contentLocation: string;
  readonly validators: Validators;
}

export interface NotModifiedAnswer {
  readonly kind: 'notModified';
  readonly validators: Validators;
}

export interface Fetcher {
  /**
   * @param accept the media types asked for
   * @param validators makes the request conditional; sent back to the origin of `url` alone
   * @throws SourceError
   */
  fetchDocument(url: string, accept: string, validators?: Validators): Promise<FetchedDocument | NotModifiedAnswer>;
  close(): Promise<void>;
}

const redirectStatuses: readonly number[] = [301, 302, 303, 307, 308];

export function createFetcher(options: FetchOptions): Fetcher {
  const limits: FetchLimits = { ...fetchLimits, ...options.limits };
  const { allowHosts, lookup } = options;
  const { connectTimeoutMs, maxHeaderBytes } = limits;
  const agent = createGuardedAgent({ allowHosts, lookup, connectTimeoutMs, maxHeaderBytes });
  const userAgent = nameOf(options);

  const fetchHop = async (url: URL, accept: string, validators: Validators | undefined, signal: AbortSignal) => {
    const answer = await request(url, {
      dispatcher: agent,
      signal,
      headersTimeout: limits.firstByteTimeoutMs,
      bodyTimeout: limits.idleTimeoutMs,
      headers: {
        'user-agent': userAgent,
        accept,
        'accept-encoding': 'gzip, deflate, br',
        ...(validators?.etag === undefined ? {} : { 'if-none-match': validators.etag }),
        ...(validators?.lastModified === undefined ? {} : { 'if-modified-since': validators.lastModified }),
      },
    });
    // An answer that is not read, or is cut off, reports its end as an error event nobody else listens to.
    answer.body.on('error', () => undefined);
    return answer;
  };

  const fetchDocument: Fetcher['fetchDocument'] = async (address, accept, validators) => {
    const signal = AbortSignal.timeout(limits.totalTimeoutMs);
    let url = vetted(address, allowHosts);
    const { origin } = url;
    try {
      for (let hop = 0; hop <= limits.maxRedirects; hop += 1) {
        const known = url.origin === origin ? validators : undefined;
        const { statusCode, headers, body } = await fetchHop(url, accept, known, signal);
        if (redirectStatuses.includes(statusCode) && headers.location !== undefined) {
          body.destroy();
          url = vetted(redirectTarget(url, first(headers.location)), allowHosts);
        } else if (statusCode === 304 && known !== undefined) {
          body.destroy();
          return { kind: 'notModified', validators: { ...known, ...validatorsOf(headers) } };
        } else if (statusCode < 200 || statusCode > 299) {
          body.destroy();
          throw statusError(statusCode, url.hostname, first(headers['retry-after']), Date.now());
        } else {
          const bytes = await readBody(body, first(headers['content-encoding']), limits, url.hostname);
          return { kind: 'document', url: url.href, bytes, ...describe(headers) };
        }
      }
      throw new SourceError('tooManyRedirects', { host: new URL(address).hostname });
    } catch (error) {
      throw toSourceError(error, url.hostname, signal.aborted);
    }
  };

  return { fetchDocument, close: () => agent.destroy() };
}

function vetted(address: string, allowHosts: readonly string[]): URL {
  const fault = findUrlFault(address, allowHosts);
  const host = URL.canParse(address) ? new URL(address).hostname : '';
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
    contentLocation: first(headers['content-location']),
    validators: validatorsOf(headers),
  };
}

function validatorsOf(headers: IncomingHttpHeaders): Validators {
  const etag = first(headers.etag);
  const lastModified = first(headers['last-modified']);
  return { ...(etag === '' ? {} : { etag }), ...(lastModified === '' ? {} : { lastModified }) };
}

function first(header: string | readonly string[] | undefined): string {
  return (typeof header === 'string' ? header : header?.[0]) ?? '';
}
