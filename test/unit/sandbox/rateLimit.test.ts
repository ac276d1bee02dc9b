import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RateLimit } from '../../../sandbox/discord/rateLimit.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How many of so many requests, each to a bucket of its own, are let through now. */
function countPassing(limit: RateLimit, requests: number): number {
  const decisions = Array.from({ length: requests }, (_, n) =>
    limit.take('GET /channels/{channel_id}', { channel_id: `${Date.now()}-${n}` }),
  );
  return decisions.filter((decision) => decision.retryAfterSeconds === undefined).length;
}

test('no second lets more than fifty requests through, wherever it begins', () => {
  const limit = new RateLimit(1);
  expect(countPassing(limit, 1)).toBe(1);
  vi.advanceTimersByTime(900);
  expect(countPassing(limit, 60)).toBe(49);
  vi.advanceTimersByTime(200);
  expect(countPassing(limit, 60)).toBe(1);
  vi.advanceTimersByTime(800);
  expect(countPassing(limit, 60)).toBe(49);
});

test('the global limit says how long to wait, and does not count interactions', () => {
  const limit = new RateLimit(1);
  countPassing(limit, 50);
  vi.advanceTimersByTime(400);
  const refused = limit.take('GET /users/@me', {});
  expect(refused).toMatchObject({ isGlobal: true, retryAfterSeconds: 0.6, headers: { 'retry-after': '1' } });
  const callback = 'POST /interactions/{interaction_id}/{interaction_token}/callback';
  expect(limit.take(callback, { interaction_token: 'a' }).isGlobal).toBe(false);
});
