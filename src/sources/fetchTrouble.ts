// What went wrong on the way to a site, as the SourceError a person may read. The sentence never tells an open private port
// from a closed one: both are refused before anything is dialled.

import { SourceError } from '../domain/errors.ts';
import { PrivateAddressError } from './privateAddressError.ts';
import { parseRetryAfter } from './retryAfter.ts';

const timeoutCodes = ['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT'];
const unknownHostCodes = ['ENOTFOUND', 'ENODATA'];
const certificateCode = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS/;

/** @param isOutOfTime true when the time for the whole reading is over, whatever the error says */
export function toSourceError(error: unknown, host: string, isOutOfTime: boolean): SourceError {
  if (error instanceof SourceError) return error;
  const options = { cause: error };
  if (isOutOfTime) return new SourceError('timeout', { host }, options);
  for (const cause of causesOf(error)) {
    if (cause instanceof SourceError) return cause;
    if (cause instanceof PrivateAddressError) return new SourceError('addressPrivate', { host }, options);
    const code = String((cause as NodeJS.ErrnoException).code ?? '');
    if (timeoutCodes.includes(code)) return new SourceError('timeout', { host }, options);
    if (unknownHostCodes.includes(code)) return new SourceError('hostUnknown', { host }, options);
    if (code === 'UND_ERR_HEADERS_OVERFLOW') return new SourceError('tooLarge', { host }, options);
    if (certificateCode.test(code)) return new SourceError('certificate', { host }, options);
  }
  return new SourceError('unreachable', { host }, options);
}

/** The error and what it was made of: undici wraps, happy eyeballs collect. */
function* causesOf(error: unknown, depth = 0): Generator<Error> {
  if (!(error instanceof Error) || depth > 4) return;
  yield error;
  yield* causesOf(error.cause, depth + 1);
  if (error instanceof AggregateError) for (const inner of error.errors) yield* causesOf(inner, depth + 1);
}

/** The error for an answer that is neither good, nor a redirect, nor 304. */
export function statusError(status: number, host: string, retryAfter: string | undefined, now: number): SourceError {
  const retryAfterMs = parseRetryAfter(retryAfter, now);
  const options = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 401 || status === 403) return new SourceError('login', { host, status });
  if (status === 410) return new SourceError('gone', { host, status });
  if (status === 429 || (status === 503 && retryAfterMs !== undefined)) {
    return new SourceError('limited', { host, status }, options);
  }
  return new SourceError('status', { host, status });
}
