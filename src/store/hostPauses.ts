// All SQL of host_pauses. Asked before every request, so what is paused is kept in memory, too; the table is for the next start.

import type { HostPauses } from '../ports/hostPauses.ts';
import type { Connections } from './schema.ts';

export function createHostPauses({ read, write }: Connections): HostPauses {
  let known: Promise<Map<string, number>> | undefined;
  const load = async () => {
    const rows = await read.selectFrom('hostPauses').selectAll().execute();
    return new Map(rows.map(({ host, until }) => [host, until]));
  };
  const pauses = () => {
    known ??= load();
    return known;
  };

  return {
    async find(host, now) {
      const until = (await pauses()).get(host);
      return until !== undefined && until > now ? until : undefined;
    },

    async save(host, until) {
      const longest = Math.max(until, (await pauses()).get(host) ?? 0);
      await write
        .insertInto('hostPauses')
        .values({ host, until: longest })
        .onConflict((conflict) => conflict.column('host').doUpdateSet({ until: longest }))
        .execute();
      (await pauses()).set(host, longest);
    },

    async forget(before) {
      await write.deleteFrom('hostPauses').where('until', '<', before).execute();
      known = undefined;
    },
  };
}
