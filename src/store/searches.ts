// All SQL of kept_searches.

import type { Searches } from '../ports/searches.ts';
import { randomId, withoutNulls } from './rows.ts';
import type { Connections } from './schema.ts';

export function createSearches({ read, write }: Connections): Searches {
  return {
    async keep({ query, sourceId = null, since = null }, now) {
      const id = randomId();
      await write.insertInto('keptSearches').values({ id, query, sourceId, since, keptAt: now }).execute();
      return id;
    },

    async find(id) {
      const row = await read
        .selectFrom('keptSearches')
        .select(['query', 'sourceId', 'since'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row && withoutNulls(row);
    },

    async forget(before) {
      const { numDeletedRows } = await write
        .deleteFrom('keptSearches')
        .where('keptAt', '<', before)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}
