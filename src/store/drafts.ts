// All SQL of conference_drafts.

import type { ConferenceDraft } from '../domain/conferenceDraft.ts';
import type { Drafts } from '../ports/drafts.ts';
import { randomId } from './rows.ts';
import type { Connections } from './schema.ts';

/** How long its buttons can be used. Milliseconds. */
const draftLifeMs = 30 * 86_400_000;

export function createDrafts({ read, write }: Connections): Drafts {
  return {
    keep(guildId, draft, keptAt) {
      return write.transaction().execute(async (tx) => {
        await tx
          .deleteFrom('conferenceDrafts')
          .where('keptAt', '<', keptAt - draftLifeMs)
          .execute();
        const id = randomId();
        await tx
          .insertInto('conferenceDrafts')
          .values({ id, guildId, draft: JSON.stringify(draft), keptAt })
          .execute();
        return id;
      });
    },

    async find(id, guildId) {
      const row = await read
        .selectFrom('conferenceDrafts')
        .select('draft')
        .where('id', '=', id)
        .where('guildId', '=', guildId)
        .executeTakeFirst();
      return row && (JSON.parse(row.draft) as ConferenceDraft);
    },
  };
}
