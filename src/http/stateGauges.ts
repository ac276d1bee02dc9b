// How things stand, looked at when somebody asks. A state that cannot be told is left out, so that the others still are.

import { Gauge, type Registry } from 'prom-client';
import type { Backups } from '../ports/backups.ts';
import type { Clock } from '../ports/clock.ts';
import type { Connection } from '../ports/connection.ts';
import type { OpenState, OutboxHealth } from '../ports/outboxHealth.ts';
import type { FeedState, SourceHealth } from '../ports/sourceHealth.ts';
import type { StoreSize } from '../ports/storeSize.ts';

export interface StateParts {
  readonly outboxHealth: OutboxHealth;
  readonly sourceHealth: SourceHealth;
  readonly storeSize: StoreSize;
  readonly backups: Pick<Backups, 'latest'>;
  readonly connection: Connection;
  readonly clock: Clock;
}

const openStates: readonly OpenState[] = ['pending', 'sending', 'unknown', 'held'];
const feedStates: readonly FeedState[] = ['fine', 'trouble', 'stopped', 'idle'];

export function addStateGauges(registry: Registry, parts: StateParts): void {
  const { outboxHealth, sourceHealth, storeSize, backups, connection, clock } = parts;
  const gauge = (name: string, help: string, look: () => Promise<number> | number | undefined) =>
    addGauge(registry, { name, help }, async (shown) => {
      const value = await look();
      if (value === undefined) shown.remove();
      else shown.set(value);
    });
  const byState = <State extends string>(
    name: string,
    help: string,
    states: readonly State[],
    look: () => Promise<ReadonlyMap<State, number>>,
  ) =>
    addGauge(registry, { name, help, labelNames: ['state'] }, async (shown) => {
      const counts = await look();
      for (const state of states) shown.set({ state }, counts.get(state) ?? 0);
    });
  /** Seconds since then; 0 where it is not over, or never was. */
  const since = (at: number | undefined) => Math.max(0, clock.now() - (at ?? clock.now())) / 1_000;

  byState('bot_outbox_depth', 'Deliveries on their way.', openStates, outboxHealth.countOpen);
  gauge('bot_outbox_oldest_seconds', 'How long the oldest delivery that could go has waited.', async () =>
    since(await outboxHealth.findOldestDue(clock.now())),
  );
  byState('bot_feeds', 'Sources.', feedStates, sourceHealth.countByState);
  gauge('bot_feed_check_lag_seconds', 'How long the most overdue source is overdue.', async () =>
    since(await sourceHealth.findNextPollAt()),
  );
  gauge('bot_gateway_up', 'Whether commands reach the bot.', () => (connection.findTrouble() === undefined ? 1 : 0));
  gauge('bot_db_size_bytes', 'The database file.', () => storeSize.measure().databaseBytes);
  gauge('bot_db_wal_bytes', 'Its write-ahead log.', () => storeSize.measure().walBytes);
  gauge('bot_last_backup_timestamp_seconds', 'When the newest backup was made.', () => {
    const at = backups.latest()?.at;
    return at === undefined ? undefined : at / 1_000;
  });
}

function addGauge(
  registry: Registry,
  about: { readonly name: string; readonly help: string; readonly labelNames?: string[] },
  look: (shown: Gauge<string>) => Promise<void>,
): void {
  new Gauge({
    ...about,
    registers: [registry],
    async collect() {
      this.reset();
      try {
        await look(this);
      } catch {
        // After a reset one without labels shows 0, which would be a lie.
        if (about.labelNames === undefined) this.remove();
      }
    },
  });
}
