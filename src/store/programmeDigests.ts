// All SQL of programme_digests.

import type { ProgrammeDigests } from '../ports/programmeDigests.ts';
import { insertDeliveries } from './outboxTable.ts';
import type { Connections } from './schema.ts';
import { listSettings } from './settings.ts';

export function createProgrammeDigests({ read, write }: Connections): ProgrammeDigests {
  return {
    async list() {
      const rows = await read
        .selectFrom('guildSettings')
        .leftJoin('programmeDigests', 'programmeDigests.guildId', 'guildSettings.guildId')
        .select(['guildSettings.guildId', 'programmeDigests.week'])
        .where('guildSettings.conferencesChannelId', 'is not', null)
        .where('guildSettings.guildId', 'not in', read.selectFrom('guildDepartures').select('guildId'))
        .execute();
      const settings = await listSettings(
        read,
        rows.map(({ guildId }) => guildId),
      );
      return rows.flatMap(({ guildId, week }) => {
        const known = settings.get(guildId);
        return known ? [{ settings: known, ...(week === null ? {} : { week }) }] : [];
      });
    },

    save: (guildId, week, deliveries, now) =>
      write.transaction().execute(async (tx) => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('programmeDigests')
          .values({ guildId, week })
          .onConflict((conflict) =>
            conflict.column('guildId').doUpdateSet({ week }).where('programmeDigests.week', '<', week),
          )
          .executeTakeFirstOrThrow();
        if (Number(numInsertedOrUpdatedRows ?? 0) > 0) await insertDeliveries(tx, deliveries, now);
      }),
  };
}
