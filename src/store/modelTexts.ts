// All SQL of model_texts and model_requests.

import type { ModelTexts } from '../ports/modelTexts.ts';
import { withoutNulls } from './rows.ts';
import type { Connections } from './schema.ts';

export function createModelTexts({ read, write }: Connections): ModelTexts {
  return {
    async find(articleId, kind, hash) {
      const row = await read
        .selectFrom('modelTexts')
        .select(['text', 'at'])
        .where('articleId', '=', articleId)
        .where('kind', '=', kind)
        .where('hash', '=', hash)
        .executeTakeFirst();
      return row && withoutNulls(row);
    },

    async keep(articleId, kind, hash, { text = null, at }) {
      await write
        .insertInto('modelTexts')
        .values({ articleId, kind, hash, text, at })
        .onConflict((conflict) => conflict.columns(['articleId', 'kind']).doUpdateSet({ hash, text, at }))
        .execute();
    },

    takeRequest(day, limit) {
      return write.transaction().execute(async (tx) => {
        await tx.deleteFrom('modelRequests').where('day', '<', day).execute();
        const row = await tx.selectFrom('modelRequests').select('count').where('day', '=', day).executeTakeFirst();
        const count = (row?.count ?? 0) + 1;
        if (count > limit) return false;
        await tx
          .insertInto('modelRequests')
          .values({ day, count })
          .onConflict((conflict) => conflict.column('day').doUpdateSet({ count }))
          .execute();
        return true;
      });
    },
  };
}
