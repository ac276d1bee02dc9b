// Stops asking before Discord stops answering: it bans an address after 10,000 answers of 401, 403 or 429 in ten minutes.
// @see https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans

import type { Instant } from '../domain/ids.ts';

const windowMs = 600_000;
/** A tenth of Discord's limit. */
const allRoutes = 1_000;
const oneRoute = 100;
const invalidStatuses: readonly number[] = [401, 403, 429];

/** Nothing was asked; it may be in `untilMs` milliseconds. */
export class RequestsPaused extends Error {
  override name = 'RequestsPaused';
  readonly untilMs: number;

  constructor(untilMs: number) {
    super('too many refusals from Discord');
    this.untilMs = untilMs;
  }
}

export interface Answered {
  /** With its ids: one channel's refusals do not stop another channel. */
  readonly route: string;
  readonly status: number;
  /** What X-RateLimit-Scope says; limits shared with others do not count. */
  readonly scope?: string | undefined;
}

export interface InvalidRequests {
  note(answered: Answered, now: Instant): void;
  /** @throws RequestsPaused */
  check(route: string, now: Instant): void;
}

export function createInvalidRequests(): InvalidRequests {
  let counted: { readonly route: string; readonly at: Instant }[] = [];
  return {
    note({ route, status, scope }, now) {
      if (!invalidStatuses.includes(status) || scope === 'shared') return;
      counted = [...counted.filter(isRecent(now)), { route, at: now }];
    },
    check(route, now) {
      if (counted.length < oneRoute) return;
      const recent = counted.filter(isRecent(now));
      const ofRoute = recent.filter((one) => one.route === route);
      const full = ofRoute.length >= oneRoute ? ofRoute.at(-oneRoute) : recent.at(-allRoutes);
      if (full) throw new RequestsPaused(full.at + windowMs - now);
    },
  };
}

/** What lies ahead was noted by a clock that was set back since. */
function isRecent(now: Instant) {
  return ({ at }: { readonly at: Instant }) => Math.abs(now - at) < windowMs;
}
