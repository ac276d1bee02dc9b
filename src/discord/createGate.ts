// When the bot may connect to the gateway, and when it may log in there. Discord allows a thousand logins (IDENTIFY) a day and
// takes the token away from a bot that needs more; so they are counted across restarts, and a crash loop waits ever longer.
// @see https://docs.discord.com/developers/events/gateway#rate-limiting

import { setTimeout as pause } from 'node:timers/promises';
// Of discord.js: `@discordjs/rest` imported here is another copy than the one its client throws from.
import { DiscordAPIError, type SessionInfo } from 'discord.js';
import { tokenRefused } from '../domain/botRefused.ts';
import type { Instant } from '../domain/ids.ts';
import { extend, nextAt, type Streak } from '../domain/streak.ts';
import type { Timing } from '../domain/timing.ts';
import type { Fatal } from '../kit/createFatal.ts';
import type { Log } from '../kit/log.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logins } from '../ports/logins.ts';
import type { GatewayManager, PassGate } from './pacedSharding.ts';

/** Logins of the day that are left to whoever has to mend something by hand. */
const reservedLogins = 50;
/** A session is given up for a login when it was not resumed in this many connections: its address may be dead. */
const resumeAttempts = 6;

export interface GateParts {
  readonly logins: Logins;
  readonly timing: Pick<Timing, 'loginPausesMs' | 'connectPausesMs'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly fatal: Fatal;
}

export interface Gate {
  readonly pass: PassGate;
  /** To be called with each login, before it is sent. Never rejects. */
  countLogin(): Promise<void>;
}

/** @param closing aborted when the bot stops: nobody passes any more */
export function createGate(parts: GateParts, closing: AbortSignal): Gate {
  const { logins, timing, clock, log, fatal } = parts;
  let connections: Streak | undefined;
  let resuming: SessionInfo | undefined;
  let resumes = 0;

  const waitUntil = async (at: Instant, trouble: string): Promise<void> => {
    const waitMs = at - clock.now();
    if (waitMs <= 0) return;
    log.warn('gateway.trouble', { trouble, waitMs });
    await pause(waitMs, undefined, { signal: closing });
  };

  const mayResume = (session: SessionInfo): boolean => {
    // A session that was resumed has heard something since.
    const isNew = session.sessionId !== resuming?.sessionId || session.sequence !== resuming.sequence;
    resumes = isNew ? 1 : resumes + 1;
    resuming = session;
    return resumes <= resumeAttempts;
  };

  const mayLogIn = async (manager: GatewayManager): Promise<boolean> => {
    await waitUntil(nextAt(await logins.find(), clock.now(), timing.loginPausesMs), 'many logins in a row');
    const { remaining, reset_after } = (await manager.fetchGatewayInformation(true)).session_start_limit;
    if (remaining >= reservedLogins) return true;
    await waitUntil(clock.now() + reset_after, `only ${remaining} logins left today`);
    return false;
  };

  const pass: PassGate = async (session, manager) => {
    while (!closing.aborted) {
      try {
        await waitUntil(nextAt(connections, clock.now(), timing.connectPausesMs), 'many connections in a row');
        connections = extend(connections, clock.now(), timing.connectPausesMs);
        if (session && mayResume(session)) return session;
        if (await mayLogIn(manager)) return null;
      } catch (error) {
        if (closing.aborted) break;
        if (error instanceof DiscordAPIError && error.status === 401) {
          fatal.fail(tokenRefused(error));
          break;
        }
        log.warn('gateway.trouble', { trouble: 'not reached', err: error });
      }
    }
    return new Promise<never>(() => undefined);
  };

  return {
    pass,
    async countLogin() {
      try {
        await logins.save(extend(await logins.find(), clock.now(), timing.loginPausesMs));
      } catch (error) {
        log.error('gateway.trouble', { trouble: 'login not counted', err: error });
      }
    },
  };
}
