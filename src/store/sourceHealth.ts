// How the sources are doing as a whole, for those who run the bot.

import { type ExpressionBuilder, sql } from 'kysely';
import type { FeedState, SourceHealth } from '../ports/sourceHealth.ts';
import type { Connections, Tables } from './schema.ts';

export function createSourceHealth({ read }: Pick<Connections, 'read'>): SourceHealth {
  return {
    async countByState() {
      const rows = await read
        .selectFrom('sources')
        .select((eb) => [
          eb
            .case()
            .when(eb.not(isFollowed(eb)))
            .then(sql.lit('idle'))
            .when('stoppedAt', 'is not', null)
            .then(sql.lit('stopped'))
            .when('troubleCount', '>', 0)
            .then(sql.lit('trouble'))
            .else(sql.lit('fine'))
            .end()
            .as('state'),
          eb.fn.countAll<number>().as('count'),
        ])
        .where('kind', '!=', 'recommended')
        .groupBy('state')
        .execute();
      return new Map(rows.map(({ state, count }) => [state as FeedState, Number(count)]));
    },

    async findNextPollAt() {
      const row = await read
        .selectFrom('sources')
        .select(({ fn }) => fn.min('nextPollAt').as('nextPollAt'))
        .where('stoppedAt', 'is', null)
        .where('kind', '!=', 'recommended')
        .where(isFollowed)
        .executeTakeFirst();
      return row?.nextPollAt ?? undefined;
    },
  };
}

function isFollowed({ exists, selectFrom }: ExpressionBuilder<Tables, 'sources'>) {
  return exists(
    selectFrom('subscriptions')
      .select('subscriptions.id')
      .whereRef('subscriptions.sourceId', '=', 'sources.id')
      .where('subscriptions.pausedAt', 'is', null),
  );
}
