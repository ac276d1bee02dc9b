// All SQL of host_pauses.

import type { HostPauses } from '../ports/hostPauses.ts';
import type { Connections } from './schema.ts';

export function createHostPauses({ read, write }: Connections): HostPauses {
  return {
    async find(host, now) {
      const row = await read
        .selectFrom('hostPauses')
        .select('until')
        .where('host', '=', host)
        .where('until', '>', now)
        .executeTakeFirst();
      return row?.until;
    },

    async save(host, until) {
      await write
        .insertInto('hostPauses')
        .values({ host, until })
        .onConflict((conflict) => conflict.column('host').doUpdateSet({ until }).where('hostPauses.until', '<', until))
        .execute();
    },

    async forget(before) {
      await write.deleteFrom('hostPauses').where('until', '<', before).execute();
    },
  };
}
