// One JSON line at the end of each unit of work. Never in it: the token, what members write, names, query strings.

import { type DestinationStream, pino } from 'pino';
import { describeError } from './describeError.ts';
import { createHideSecrets } from './hideSecrets.ts';

/** The closed list of what is ever logged. */
export type LogEvent =
  | 'bot.started'
  | 'bot.stopped'
  | 'bot.failed'
  | 'config.unknown'
  | 'commands.registered'
  | 'gateway.trouble'
  | 'source.polled'
  | 'source.failed'
  | 'calendar.polled'
  | 'calendar.failed'
  | 'page.failed'
  | 'reading.notKept'
  | 'delivery.advanced'
  | 'delivery.held'
  | 'delivery.ended'
  | 'delivery.notComposed'
  | 'delivery.notLookedFor'
  | 'delivery.released'
  | 'delivery.recovered'
  | 'command.answered'
  | 'command.refused'
  | 'command.failed'
  | 'store.backedUp'
  | 'store.damaged'
  | 'store.mended'
  | 'store.failing'
  | 'store.recovered'
  | 'model.answered'
  | 'model.failed'
  | 'clock.followed'
  | 'job.failed'
  | 'conference.notRead'
  | 'conference.read'
  | 'events.planned'
  | 'http.listening'
  | 'http.unavailable'
  | 'http.failed';

export type LogFields = Readonly<Record<string, unknown>>;

export interface Log {
  info(event: LogEvent, fields?: LogFields): void;
  warn(event: LogEvent, fields?: LogFields): void;
  error(event: LogEvent, fields?: LogFields): void;
}

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LogOptions {
  /** Never written, whatever brings them into a line. */
  readonly secrets?: readonly string[];
  /** Unset: stdout. */
  readonly destination?: DestinationStream;
}

export function createLog(level: LogLevel, { secrets = [], destination = openStdout() }: LogOptions = {}): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // Unless it looks elsewhere for errors, pino copies the whole message of `err` beside it.
      errorKey: 'none',
      serializers: { err: (error: unknown) => describeError(error) },
      hooks: { streamWrite: createHideSecrets(secrets) },
    },
    destination,
  );
  return {
    info: (event, fields) => logger.info({ event, ...fields }),
    warn: (event, fields) => logger.warn({ event, ...fields }),
    error: (event, fields) => logger.error({ event, ...fields }),
  };
}

function openStdout(): DestinationStream {
  const stdout = pino.destination(1);
  // A log that nobody takes any more (a full disk, a closed pipe) is no reason to stop posting.
  stdout.on('error', () => undefined);
  return stdout;
}
