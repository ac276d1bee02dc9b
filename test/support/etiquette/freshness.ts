// The ways servers say by headers how long an answer stays fresh.

import { dayMs, hourMs, httpDate, type Question } from './answer.ts';

export interface Freshness {
  headers(question: Question): Readonly<Record<string, string>>;
  /** What the headers mean, in milliseconds. */
  readonly freshForMs: number;
  /** Whether a 304 says it again; what it does not say again still holds (RFC 9111 section 4.3.4). */
  readonly isSilentOn304?: boolean;
}

const control = (value: string, freshForMs: number, more: Readonly<Record<string, string>> = {}): Freshness => ({
  headers: () => ({ 'cache-control': value, ...more }),
  freshForMs,
});
const tenYearsSeconds = 315_360_000;

export const unsaid: Freshness = { headers: () => ({}), freshForMs: 0 };
export const maxAge = control('public, max-age=10800', 3 * hourMs);
export const quotedMaxAge = control('max-age="14400"', 4 * hourMs);
export const hugeMaxAge = control(`max-age=${tenYearsSeconds}, immutable`, tenYearsSeconds * 1000);
export const noCache = control('no-cache, no-store, must-revalidate', 0, { pragma: 'no-cache', expires: '0' });
export const sharedMaxAge = control('s-maxage=86400, max-age=7200', 2 * hourMs);
export const aged = control('max-age=18000', 4 * hourMs, { age: '3600' });
export const maxAgeBeforeExpires: Freshness = {
  headers: ({ at }) => ({ 'cache-control': 'max-age=7200', expires: httpDate(at + 20 * hourMs), date: httpDate(at) }),
  freshForMs: 2 * hourMs,
};
export const expires: Freshness = {
  headers: ({ at }) => ({ expires: httpDate(at + 5 * hourMs), date: httpDate(at) }),
  freshForMs: 5 * hourMs - 1000,
};
/** A server whose clock is two days behind: only the distance between its two dates counts. */
export const expiresByWrongClock: Freshness = {
  headers: ({ at }) => ({ expires: httpDate(at - 2 * dayMs + 5 * hourMs), date: httpDate(at - 2 * dayMs) }),
  freshForMs: 5 * hourMs - 1000,
};
export const expiresWithoutDate: Freshness = {
  headers: ({ at }) => ({ expires: httpDate(at + 5 * hourMs) }),
  freshForMs: 5 * hourMs - 1000,
};
export const expiresZero: Freshness = { headers: () => ({ expires: '0' }), freshForMs: 0 };
export const onceSaid: Freshness = { ...maxAge, isSilentOn304: true };
