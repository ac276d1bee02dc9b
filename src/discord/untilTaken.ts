// A request without which the bot cannot answer, made again until Discord takes it: posting goes on meanwhile.

import { setTimeout as pause } from 'node:timers/promises';
// Of discord.js: `@discordjs/rest` imported here is another copy than the one its client throws from.
import { DiscordAPIError } from 'discord.js';
import type { Timing } from '../domain/timing.ts';
import type { Log } from '../kit/log.ts';

export interface PatienceParts {
  readonly timing: Pick<Timing, 'probeMs'>;
  readonly log: Log;
}

/** @throws DiscordAPIError for what no repetition mends @throws the reason of `closing` */
export async function untilTaken<Answer>(
  ask: () => Promise<Answer>,
  { timing, log }: PatienceParts,
  closing: AbortSignal,
): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status < 500) throw error;
      const [waitMs] = timing.probeMs;
      log.warn('gateway.trouble', { trouble: 'not answered', err: error, waitMs });
      await pause(waitMs, undefined, { signal: closing });
    }
  }
}
