// Brings the bot online: logs in, learns who it is, registers the commands. Tries again while Discord cannot be reached;
// a token Discord does not take is final.

import { setTimeout as pause } from 'node:timers/promises';
import { type Client, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js';
import type { Log } from '../kit/log.ts';

/** Pauses between attempts to log in. Milliseconds; doubling, so that a crash loop cannot use up a day's logins. */
const loginPauseMs = { least: 2_000, most: 300_000 };

/** Discord does not take the token. */
export class TokenRefused extends Error {
  override name = 'TokenRefused';
}

/**
 * Resolves when the gateway is ready.
 * @throws TokenRefused
 */
export async function connect(client: Client, token: string, log: Log, signal: AbortSignal): Promise<Client<true>> {
  watch(client, log);
  for (let waitMs = loginPauseMs.least; ; waitMs = Math.min(waitMs * 2, loginPauseMs.most)) {
    try {
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
      await client.login(token);
      return await ready;
    } catch (error) {
      if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
        throw new TokenRefused('Discord does not take this token', { cause: error });
      }
      log.warn('gateway.trouble', { trouble: 'login failed', err: error, waitMs });
      await pause(waitMs, undefined, { signal });
    }
  }
}

function watch(client: Client, log: Log): void {
  client.on(Events.Error, (error) => log.error('gateway.trouble', { trouble: 'error', err: error }));
  client.on(Events.ShardDisconnect, ({ code }) => log.error('gateway.trouble', { trouble: 'closed for good', code }));
  client.on(Events.ShardReconnecting, () => log.warn('gateway.trouble', { trouble: 'reconnecting' }));
  client.rest.on('invalidRequestWarning', ({ count }) =>
    log.warn('gateway.trouble', { trouble: 'invalid requests', count }),
  );
}
