// Discord's rate limits: a bucket for each route and major parameter, and one for everything.
// @see https://discord.com/developers/docs/topics/rate-limits

import { createHash } from 'node:crypto';

interface Limit {
  readonly limit: number;
  readonly windowMs: number;
}

export interface RateDecision {
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds to wait when the request is refused. */
  readonly retryAfterSeconds?: number;
  readonly isGlobal: boolean;
}

const globalLimit: Limit = { limit: 50, windowMs: 1000 };
const ordinary: Limit = { limit: 50, windowMs: 1000 };
/** As real answers show them; Discord does not document the numbers. */
const known: Readonly<Record<string, Limit>> = {
  'POST /channels/{channel_id}/messages': { limit: 5, windowMs: 5000 },
  'PATCH /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: 5000 },
  'DELETE /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: 1000 },
  // Discord's own "10 per hour"; refused attempts count too.
  'POST /channels/{channel_id}/messages/{message_id}/crosspost': { limit: 10, windowMs: 3_600_000 },
  'GET /channels/{channel_id}/messages': { limit: 5, windowMs: 1000 },
  'POST /webhooks/{webhook_id}/{webhook_token}': { limit: 5, windowMs: 2000 },
};
const majorParameters = ['channel_id', 'guild_id', 'webhook_id', 'webhook_token', 'interaction_token'];

interface Window {
  startedAtMs: number;
  used: number;
}

export class RateLimit {
  readonly #scale: number;
  readonly #windows = new Map<string, Window>();
  /** When the requests of the last second were let through, oldest first. */
  readonly #recentAtMs: number[] = [];

  /** `scale` multiplies the length of every window. */
  constructor(scale: number) {
    this.#scale = scale;
  }

  /** Counts one request. Interactions and their webhooks are outside the global limit. */
  take(operation: string, params: Readonly<Record<string, string>>): RateDecision {
    const isInteraction = /^\w+ \/(interactions|webhooks)\//.test(operation);
    const globalWaitSeconds = isInteraction ? 0 : this.#takeGlobally();
    if (globalWaitSeconds > 0) {
      const headers = {
        'x-ratelimit-global': 'true',
        'x-ratelimit-scope': 'global',
        'retry-after': wholeSeconds(globalWaitSeconds),
      };
      return { headers, retryAfterSeconds: globalWaitSeconds, isGlobal: true };
    }
    const limit = known[operation] ?? ordinary;
    const major = majorParameters.map((name) => params[name] ?? '').join(':');
    const window = this.#use(`${operation} ${major}`, limit);
    const left = this.#secondsLeft(window, limit);
    const headers: Record<string, string> = {
      'x-ratelimit-limit': String(limit.limit),
      'x-ratelimit-remaining': String(Math.max(0, limit.limit - window.used)),
      'x-ratelimit-reset': (Date.now() / 1000 + left).toFixed(3),
      'x-ratelimit-reset-after': left.toFixed(3),
      'x-ratelimit-bucket': bucketOf(operation),
    };
    if (window.used <= limit.limit) return { headers, isGlobal: false };
    const refused = { ...headers, 'x-ratelimit-scope': 'user', 'retry-after': wholeSeconds(left) };
    return { headers: refused, retryAfterSeconds: left, isGlobal: false };
  }

  /** Seconds to wait when the sliding window is full, else 0. The window slides, so that no burst across a border passes. */
  #takeGlobally(): number {
    const now = Date.now();
    const windowMs = globalLimit.windowMs * this.#scale;
    const firstInside = this.#recentAtMs.findIndex((atMs) => atMs > now - windowMs);
    this.#recentAtMs.splice(0, firstInside < 0 ? this.#recentAtMs.length : firstInside);
    const [oldestAtMs] = this.#recentAtMs;
    if (oldestAtMs !== undefined && this.#recentAtMs.length >= globalLimit.limit)
      return (oldestAtMs + windowMs - now) / 1000;
    this.#recentAtMs.push(now);
    return 0;
  }

  #use(key: string, limit: Limit): Window {
    const now = Date.now();
    const window = this.#windows.get(key);
    if (!window || now - window.startedAtMs >= limit.windowMs * this.#scale) {
      const fresh = { startedAtMs: now, used: 1 };
      this.#windows.set(key, fresh);
      return fresh;
    }
    window.used += 1;
    return window;
  }

  #secondsLeft(window: Window, limit: Limit): number {
    return Math.max(0, (window.startedAtMs + limit.windowMs * this.#scale - Date.now()) / 1000);
  }
}

const buckets = new Map<string, string>();

function bucketOf(operation: string): string {
  const known = buckets.get(operation);
  if (known) return known;
  const bucket = createHash('md5').update(operation).digest('hex');
  buckets.set(operation, bucket);
  return bucket;
}

const wholeSeconds = (seconds: number): string => String(Math.ceil(seconds));
