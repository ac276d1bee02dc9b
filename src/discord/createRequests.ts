// How deliveries ask Discord: one request at a time and route, each sent once, in turn, and not at all while Discord refuses too
// much or does not take the token.

import type { REST, RequestMethod } from '@discordjs/rest';
import type { Clock } from '../ports/clock.ts';
import { createPace } from './createPace.ts';
import { isUnauthorised } from './errors.ts';
import { createInvalidRequests } from './invalidRequests.ts';

export interface RequestOptions {
  readonly body?: unknown;
  readonly query?: URLSearchParams;
}

export interface Requests {
  /** @throws what @discordjs/rest throws; RequestsPaused; NotOfDiscord */
  send<Answer>(method: `${RequestMethod}`, route: `/${string}`, options?: RequestOptions): Promise<Answer>;
  /** How far our clock is ahead of Discord's, as its last answer told; negative where it is behind. Milliseconds. */
  clockAheadMs(): number;
  /** Ends what is under way and refuses the rest; what was sent may have landed. */
  abort(): void;
}

export interface RequestParts {
  readonly rest: REST;
  readonly clock: Clock;
  /** Called once, when Discord does not take the token. */
  readonly onUnauthorised: () => void;
}

/** Something between here and Discord answered with a page of its own; what was asked may have been done. */
class NotOfDiscord extends Error {
  override readonly name = 'NotOfDiscord';
}

export function createRequests({ rest, clock, onUnauthorised }: RequestParts): Requests {
  const takeTurn = createPace();
  const invalid = createInvalidRequests();
  const underWay = new Set<AbortController>();
  let isEnded = false;
  let isTold = false;
  let clockAheadMs = 0;
  rest.on('response', ({ path }, { status, headers }) => {
    const now = clock.now();
    invalid.note({ route: path, status, scope: headers.get('x-ratelimit-scope') ?? undefined }, now);
    const answeredAt = Date.parse(headers.get('date') ?? '');
    if (!Number.isNaN(answeredAt)) clockAheadMs = now - answeredAt;
  });
  return {
    async send<Answer>(method: `${RequestMethod}`, route: `/${string}`, options: RequestOptions = {}) {
      invalid.check(route, clock.now());
      // One for each request: @discordjs/rest never lets go of a signal it was given.
      const ending = new AbortController();
      underWay.add(ending);
      try {
        await takeTurn();
        if (isEnded) ending.abort();
        const request = { fullRoute: route, method: method as RequestMethod, signal: ending.signal, ...options };
        const answer = await rest.request(request);
        if (!isOfDiscord(method, answer)) throw new NotOfDiscord();
        return answer as Answer;
      } catch (error) {
        if (isUnauthorised(error) && !isTold) {
          isTold = true;
          onUnauthorised();
        }
        throw error;
      } finally {
        underWay.delete(ending);
      }
    },
    clockAheadMs: () => clockAheadMs,
    abort() {
      isEnded = true;
      for (const ending of underWay) ending.abort();
    },
  };
}

/** What is no JSON comes as bytes: of Discord only where there is nothing to tell. */
function isOfDiscord(method: `${RequestMethod}`, answer: unknown): boolean {
  if (!(answer instanceof ArrayBuffer)) return true;
  return answer.byteLength === 0 && (method === 'DELETE' || method === 'PUT');
}
