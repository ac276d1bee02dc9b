// All other SQL of floods: what moderators are asked, and their answer with what it sets going, in one transaction.

import type { FloodId, GuildId } from '../domain/ids.ts';
import type { FloodFacts, Floods } from '../ports/floods.ts';
import { listArticles } from './articleTable.ts';
import { toFlood } from './floodTable.ts';
import { insertDeliveries } from './outboxTable.ts';
import type { Connections, Db } from './schema.ts';
import { findInterest } from './subscriptions.ts';

export function createFloods({ read, write }: Connections): Floods {
  return {
    find: (id, guildId) => findFacts(read, id, guildId),

    async listOpen(guildId) {
      const rows = await read
        .selectFrom('floods')
        .select('id')
        .where('guildId', '=', guildId)
        .where('answer', 'is', null)
        .orderBy('askedAt')
        .execute();
      const found: FloodFacts[] = [];
      for (const { id } of rows) {
        const facts = await findFacts(read, id, guildId);
        if (facts) found.push(facts);
      }
      return found;
    },

    answer(id, { answer, by, at }, plan) {
      return write.transaction().execute(async (tx) => {
        const row = await tx.selectFrom('floods').selectAll().where('id', '=', id).executeTakeFirst();
        if (!row) return undefined;
        const flood = toFlood(row);
        const interest = await findInterest(tx, flood.subscriptionId);
        if (flood.answer !== undefined || !interest) return flood;
        const answered = { answer, answeredBy: by, answeredAt: at };
        await tx.updateTable('floods').set(answered).where('id', '=', id).execute();
        await insertDeliveries(tx, plan(await listArticles(tx, flood.articleIds), interest), at);
        return { ...flood, ...answered };
      });
    },
  };
}

async function findFacts(db: Db, id: FloodId, guildId: GuildId): Promise<FloodFacts | undefined> {
  const row = await db
    .selectFrom('floods')
    .innerJoin('subscriptions', 'subscriptions.id', 'floods.subscriptionId')
    .innerJoin('sources', 'sources.id', 'subscriptions.sourceId')
    .selectAll('floods')
    .select(['sources.id as sourceId', 'sources.title as sourceTitle'])
    .where('floods.id', '=', id)
    .where('floods.guildId', '=', guildId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { sourceId, sourceTitle, ...columns } = row;
  const flood = toFlood(columns);
  return { flood, sourceId, sourceTitle, articles: await listArticles(db, flood.articleIds) };
}
