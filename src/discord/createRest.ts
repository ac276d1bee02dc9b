// The HTTP client for Discord. Every request is single-shot: a lost answer or a rate limit comes back as an error, because
// whether to repeat is the outbox's decision (a library that repeats a create makes two messages).

import { REST, type RESTOptions } from '@discordjs/rest';

/** A request warns in the log after this many answers of 401, 403 or 429 in ten minutes; Discord bans at 10,000. */
const invalidRequestWarningInterval = 50;

/** What @discordjs/rest keeps of each channel is forgotten this often; every discussion is a channel. Milliseconds. */
const handlerSweepInterval = 300_000;

export interface RestSettings {
  readonly discordApiUrl: string;
  readonly requestMs: number;
}

/** The same for the publisher's client and for the one of discord.js. */
export function restOptions({ discordApiUrl, requestMs }: RestSettings): Partial<RESTOptions> {
  return {
    api: discordApiUrl,
    version: '10',
    retries: 0,
    rejectOnRateLimit: () => true,
    timeout: requestMs,
    invalidRequestWarningInterval,
    handlerSweepInterval,
  };
}

/** A client of its own for deliveries, so that they work while the gateway is down. */
export function createRest(token: string, settings: RestSettings): REST {
  return new REST(restOptions(settings)).setToken(token);
}
