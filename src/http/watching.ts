// What is asked of a running bot from outside: is it alive, can it work, what has it done; and by calendars the programme.

import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Log } from '../kit/log.ts';
import { type Metrics, noMetrics } from '../ports/metrics.ts';
import { type CalendarFeedParts, createCalendarFeed } from './calendarFeed.ts';
import { createPrometheus } from './prometheus.ts';
import { createReadiness, type ReadinessParts } from './readiness.ts';
import { type HttpAddress, plainText, serveHttp } from './serveHttp.ts';
import { addStateGauges, type StateParts } from './stateGauges.ts';

export interface WatchingOptions {
  /** Unset: nobody watches. */
  readonly http?: HttpAddress | undefined;
  readonly version: string;
  readonly log: Log;
}

export interface Watching {
  readonly metrics: Metrics;
  /** Answers from now on. */
  serve(parts: StateParts & ReadinessParts & CalendarFeedParts): Promise<void>;
  /** From here on the bot is not ready. */
  close(): Promise<void>;
}

export function createWatching({ http, version, log }: WatchingOptions): Watching {
  if (!http) return { metrics: noMetrics, serve: async () => undefined, close: async () => undefined };
  const registry = new Registry();
  const metrics = createPrometheus(registry);
  let close = async () => {};
  return {
    metrics,
    async serve(parts) {
      collectDefaultMetrics({ register: registry });
      const labelNames = ['version'] as const;
      const build = new Gauge({
        name: 'bot_build_info',
        help: 'Which bot this is.',
        labelNames,
        registers: [registry],
      });
      build.set({ version }, 1);
      addStateGauges(registry, parts);
      const routes = {
        '/healthz': async () => plainText(200, 'alive\n'),
        '/readyz': createReadiness(parts),
        '/cal/': createCalendarFeed(parts),
        '/metrics': async () => ({ status: 200, contentType: registry.contentType, body: await registry.metrics() }),
      };
      close = await serveHttp(http, routes, log);
    },
    close: () => close(),
  };
}
