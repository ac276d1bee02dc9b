// Counts what Discord answers, by template of the route: an id or a token in a path never becomes a label.

import { type REST, RESTEvents } from '@discordjs/rest';
import { SnowflakeUtil } from 'discord.js';
import type { Clock } from '../ports/clock.ts';
import type { LimitScope, Metrics } from '../ports/metrics.ts';

/** @see https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans */
const invalidStatuses: readonly number[] = [401, 403, 429];
const scopes: readonly LimitScope[] = ['user', 'global', 'shared'];
/** Words and the placeholders that discord.js puts for ids and tokens. */
const template = /^(\/(:id|:token|:reaction|@me|@original|[a-z]+(-[a-z]+)*))+$/;
const callback = /^\/interactions\/(\d+)\//;

/** From now on, every answer that this client gets. */
export function watchRequests(rest: REST, metrics: Metrics, clock: Clock): void {
  rest.on(RESTEvents.Response, ({ method, route, path }, { status, headers }) => {
    metrics.requestAnswered(`${method} ${labelOf(route)}`, status);
    const interactionId = callback.exec(path)?.[1];
    if (interactionId !== undefined && status < 300) {
      // The three seconds an interaction has are counted from its making.
      const madeAt = SnowflakeUtil.timestampFrom(interactionId);
      metrics.interactionAcknowledged(Math.max(0, clock.now() - madeAt));
    }
    const named = headers.get('x-ratelimit-scope');
    const scope = scopes.find((candidate) => candidate === named) ?? 'none';
    // Discord does not count a limit that others used up.
    if (invalidStatuses.includes(status) && scope !== 'shared') metrics.requestInvalid(status, scope);
  });
  rest.on(RESTEvents.RateLimited, ({ global }) => metrics.requestWithheld(global ? 'global' : 'route'));
}

function labelOf(route: string): string {
  const readable = route.replaceAll('%40', '@');
  return template.test(readable) ? readable : 'other';
}
