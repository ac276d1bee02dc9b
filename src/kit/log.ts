// One JSON line at the end of each unit of work. Never in it: the token, what members write, names, query strings.

import { type DestinationStream, pino } from 'pino';

/** The closed list of what is ever logged. */
export type LogEvent =
  | 'bot.started'
  | 'bot.stopped'
  | 'bot.failed'
  | 'commands.registered'
  | 'gateway.trouble'
  | 'source.polled'
  | 'source.failed'
  | 'page.failed'
  | 'delivery.advanced'
  | 'delivery.held'
  | 'delivery.ended'
  | 'delivery.released'
  | 'delivery.recovered'
  | 'command.answered'
  | 'command.refused'
  | 'command.failed'
  | 'job.failed';

export type LogFields = Readonly<Record<string, unknown>>;

export interface Log {
  info(event: LogEvent, fields?: LogFields): void;
  warn(event: LogEvent, fields?: LogFields): void;
  error(event: LogEvent, fields?: LogFields): void;
}

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** @param destination stdout unless a test listens */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination ?? pino.destination(1),
  );
  return {
    info: (event, fields) => logger.info({ event, ...fields }),
    warn: (event, fields) => logger.warn({ event, ...fields }),
    error: (event, fields) => logger.error({ event, ...fields }),
  };
}
