// All SQL of registrations.

import type { Registrations } from '../ports/registrations.ts';
import type { Connections } from './schema.ts';

export function createRegistrations({ read, write }: Connections): Registrations {
  return {
    async find(applicationId) {
      const row = await read
        .selectFrom('registrations')
        .select('hash')
        .where('applicationId', '=', applicationId)
        .executeTakeFirst();
      return row?.hash;
    },

    async save(applicationId, hash) {
      await write
        .insertInto('registrations')
        .values({ applicationId, hash })
        .onConflict((conflict) => conflict.column('applicationId').doUpdateSet({ hash }))
        .execute();
    },
  };
}
