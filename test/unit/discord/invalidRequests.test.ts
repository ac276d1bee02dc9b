import { describe, expect, it } from 'vitest';
import { createInvalidRequests, RequestsPaused } from '../../../src/discord/invalidRequests.ts';

const minuteMs = 60_000;

function pauseOf(check: () => void): number {
  try {
    check();
    return 0;
  } catch (error) {
    if (error instanceof RequestsPaused) return error.untilMs;
    throw error;
  }
}

describe('refusals of Discord', () => {
  it('stop a route after a hundred within ten minutes, and no other', () => {
    const invalid = createInvalidRequests();
    for (let count = 0; count < 100; count += 1) {
      expect(pauseOf(() => invalid.check('/a', count))).toBe(0);
      invalid.note({ route: '/a', status: 403 }, count);
    }
    expect(pauseOf(() => invalid.check('/a', 100))).toBe(10 * minuteMs - 100);
    expect(pauseOf(() => invalid.check('/b', 100))).toBe(0);
    expect(pauseOf(() => invalid.check('/a', 10 * minuteMs))).toBe(0);
  });

  it('stop a route for no longer where the clock was set back by hours', () => {
    const invalid = createInvalidRequests();
    for (let count = 0; count < 100; count += 1) invalid.note({ route: '/a', status: 403 }, 300 * minuteMs);
    expect(pauseOf(() => invalid.check('/a', 301 * minuteMs))).toBe(9 * minuteMs);
    expect(pauseOf(() => invalid.check('/a', minuteMs))).toBe(0);
  });

  it('stop everything after a thousand', () => {
    const invalid = createInvalidRequests();
    for (let count = 0; count < 1_000; count += 1) invalid.note({ route: `/${count}`, status: 401 }, 0);
    expect(pauseOf(() => invalid.check('/new', minuteMs))).toBe(9 * minuteMs);
    expect(pauseOf(() => invalid.check('/new', 10 * minuteMs))).toBe(0);
  });

  it('do not count where a limit is shared with others, nor do other answers', () => {
    const invalid = createInvalidRequests();
    for (let count = 0; count < 200; count += 1) {
      invalid.note({ route: '/a', status: 429, scope: 'shared' }, 0);
      invalid.note({ route: '/a', status: 404 }, 0);
      invalid.note({ route: '/a', status: 200 }, 0);
      invalid.note({ route: '/a', status: 500 }, 0);
    }
    expect(pauseOf(() => invalid.check('/a', 1))).toBe(0);
  });
});
