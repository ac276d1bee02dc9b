// All SQL of refused_forms.

import type { GuildId, Instant } from '../domain/ids.ts';
import type { FormView } from '../kit/message.ts';
import type { RefusedForms } from '../ports/refusedForms.ts';
import { randomId } from './rows.ts';
import type { Connections } from './schema.ts';

/** Kept at least this long; it goes when the next one is refused. Milliseconds. */
const formLifeMs = 86_400_000;

// A type, not an interface: Kysely wants an index signature, which interfaces lack.
type FormTables = {
  refusedForms: { id: string; guildId: GuildId; form: string; keptAt: Instant };
};

export function createRefusedForms(connections: Connections): RefusedForms<FormView> {
  const read = connections.read.withTables<FormTables>();
  const write = connections.write.withTables<FormTables>();
  return {
    keep(guildId, form, keptAt) {
      return write.transaction().execute(async (tx) => {
        await tx
          .deleteFrom('refusedForms')
          .where('keptAt', '<', keptAt - formLifeMs)
          .execute();
        const id = randomId();
        await tx
          .insertInto('refusedForms')
          .values({ id, guildId, form: JSON.stringify(form), keptAt })
          .execute();
        return id;
      });
    },

    async find(id, guildId) {
      const row = await read
        .selectFrom('refusedForms')
        .select('form')
        .where('id', '=', id)
        .where('guildId', '=', guildId)
        .executeTakeFirst();
      return row && (JSON.parse(row.form) as FormView);
    },
  };
}
