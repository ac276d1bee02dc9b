import { describe, expect, it } from 'vitest';
import { readFreshness } from '../../../src/sources/freshness.ts';

const now = Date.UTC(2026, 10, 24, 12);
const minuteMs = 60_000;
const httpDate = (at: number) => new Date(at).toUTCString();

describe('how long an answer stays fresh', () => {
  it.each<[string, Record<string, string | string[]>, number | undefined]>([
    ['is not said by no headers', {}, undefined],
    ['is not said by other directives', { 'cache-control': 'public, must-revalidate' }, undefined],
    ['is max-age', { 'cache-control': 'public, max-age=600' }, 10 * minuteMs],
    ['is max-age in capitals, quoted, with spaces', { 'cache-control': 'Public, Max-Age = "600"' }, 10 * minuteMs],
    ['is max-age in the second of two headers', { 'cache-control': ['public', 'max-age=600'] }, 10 * minuteMs],
    ['is not s-maxage, which is for shared caches', { 'cache-control': 's-maxage=600' }, undefined],
    ['is less by Age', { 'cache-control': 'max-age=600', age: '540' }, minuteMs],
    ['is over when Age is more', { 'cache-control': 'max-age=600', age: '900' }, 0],
    ['is not changed by an Age that is no number', { 'cache-control': 'max-age=600', age: 'old' }, 10 * minuteMs],
    ['is not prolonged by a negative Age', { 'cache-control': 'max-age=600', age: '-60' }, 10 * minuteMs],
    ['is nothing with no-cache', { 'cache-control': 'max-age=600, no-cache' }, 0],
    ['is nothing with no-store', { 'cache-control': 'no-store', expires: httpDate(now + minuteMs) }, 0],
    ['is not a negative max-age', { 'cache-control': 'max-age=-600' }, undefined],
    [
      'is max-age before Expires',
      { 'cache-control': 'max-age=60', expires: httpDate(now + 10 * minuteMs), date: httpDate(now) },
      minuteMs,
    ],
    ['is until Expires by our clock without Date', { expires: httpDate(now + 10 * minuteMs) }, 10 * minuteMs],
    [
      'is from Date to Expires, whatever our clock says',
      { expires: httpDate(now - 50 * minuteMs), date: httpDate(now - 60 * minuteMs) },
      10 * minuteMs,
    ],
    ['is nothing when Expires is past', { expires: httpDate(now - 1000), date: httpDate(now) }, 0],
    ['is nothing with Expires: 0', { expires: '0' }, 0],
    ['is nothing with Expires: -1', { expires: '-1' }, 0],
    ['is not said by an unreadable Expires', { expires: 'soon' }, undefined],
  ])('%s', (_what, headers, freshForMs) => {
    expect(readFreshness(headers, now)).toBe(freshForMs);
  });

  it('looks at the beginning of a header without end alone', () => {
    expect(readFreshness({ 'cache-control': `${'x, '.repeat(100_000)}max-age=60` }, now)).toBeUndefined();
  });
});
