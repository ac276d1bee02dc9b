// Brings the bot online. Tries again while Discord cannot be reached; what waiting cannot mend ends the bot, now or later.

import { setTimeout as pause } from 'node:timers/promises';
import { type Client, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js';
import { tokenRefused } from '../domain/botRefused.ts';
import { extend, nextAt, type Streak } from '../domain/streak.ts';
import type { Timing } from '../domain/timing.ts';
import type { Fatal } from '../kit/createFatal.ts';
import type { Log } from '../kit/log.ts';
import { rejectWhen } from '../kit/rejectWhen.ts';
import type { Clock } from '../ports/clock.ts';
import { closedForGood } from './closedForGood.ts';

export interface ConnectParts {
  readonly token: string;
  readonly timing: Pick<Timing, 'connectPausesMs'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly fatal: Fatal;
}

/**
 * Resolves when the gateway is ready; from then on discord.js keeps it so.
 * @throws BotRefused
 * @throws when `closing` is aborted
 */
export async function connect(client: Client, parts: ConnectParts, closing: AbortSignal): Promise<Client<true>> {
  watch(client, parts);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const refused = parts.fatal.failed.then((error) => Promise.reject(error));
  return Promise.race([logIn(client, parts, closing).then(() => ready), refused, rejectWhen(closing)]);
}

/** Only asks where the gateway is; connecting to it goes on until it is reached. */
async function logIn(client: Client, parts: ConnectParts, closing: AbortSignal): Promise<void> {
  const { token, timing, clock, log } = parts;
  for (let attempts: Streak | undefined; ; ) {
    attempts = extend(attempts, clock.now(), timing.connectPausesMs);
    try {
      await client.login(token);
      return;
    } catch (error) {
      if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) throw tokenRefused(error);
      const waitMs = nextAt(attempts, clock.now(), timing.connectPausesMs) - clock.now();
      log.warn('gateway.trouble', { trouble: 'not reached', err: error, waitMs });
      await pause(waitMs, undefined, { signal: closing });
    }
  }
}

function watch(client: Client, { log, fatal }: ConnectParts): void {
  client.on(Events.Error, (error) => log.error('gateway.trouble', { trouble: 'error', err: error }));
  client.on(Events.ShardError, (error) => log.warn('gateway.trouble', { trouble: 'connection failed', err: error }));
  client.on(Events.ShardDisconnect, ({ code }) => {
    log.error('gateway.trouble', { trouble: 'closed for good', code });
    fatal.fail(closedForGood(code));
  });
  client.on(Events.ShardReconnecting, () => log.warn('gateway.trouble', { trouble: 'reconnecting' }));
  client.rest.on('invalidRequestWarning', ({ count }) =>
    log.warn('gateway.trouble', { trouble: 'invalid requests', count }),
  );
}
