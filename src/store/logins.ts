// All SQL of logins.

import type { Logins } from '../ports/logins.ts';
import type { Connections } from './schema.ts';

export function createLogins({ read, write }: Connections): Logins {
  return {
    find: () => read.selectFrom('logins').select(['count', 'lastAt']).executeTakeFirst(),

    async save({ count, lastAt }) {
      await write
        .insertInto('logins')
        .values({ id: 1, count, lastAt })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ count, lastAt }))
        .execute();
    },
  };
}
