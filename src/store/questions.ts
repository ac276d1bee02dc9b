// All SQL of asked_questions and proposed_questions.
// Invariant: whatever is sent later than a change says what was changed. A worker that may have read the earlier text is followed
// by an edit, which reads the kept text when it leaves.

import { sql } from 'kysely';
import { type Delivery, mayHaveQuestion, type NewDelivery } from '../domain/delivery.ts';
import type { DeliveryId, GuildId, Instant } from '../domain/ids.ts';
import { type AskedQuestion, type Questions, repeatPauseMs } from '../ports/questions.ts';
import { createBatch } from './batch.ts';
import { insertDeliveries, toDelivery } from './outboxTable.ts';
import { randomId } from './rows.ts';
import type { Connections, Db } from './schema.ts';

type Post = Pick<Delivery, 'id' | 'guildId'>;

interface Keeping {
  readonly post: Post & Pick<Delivery, 'articleId'>;
  readonly wordings: readonly string[];
  readonly now: Instant;
}

export function createQuestions({ read, write }: Connections): Questions {
  const keep = createBatch((batch: readonly Keeping[]) =>
    write.transaction().execute(async (tx) => {
      const kept: AskedQuestion[] = [];
      for (const keeping of batch) kept.push(await keepOne(tx, keeping));
      return kept;
    }),
  );
  return {
    find: (deliveryId) => find(read, deliveryId),
    keep: (post, wordings, now) => keep({ post, wordings, now }),
    listRepeated: async (post, texts, now) => new Set((await listAsked(read, post, texts, now)).keys()),
    change: (post, text, plan, now) => write.transaction().execute((tx) => change(tx, post, text, plan, now)),

    async propose({ id: deliveryId, guildId }, text, now) {
      const { id } = await write
        .insertInto('proposedQuestions')
        .values({ id: randomId(), deliveryId, guildId, text, proposedAt: now })
        .onConflict((conflict) => conflict.columns(['deliveryId', 'text']).doUpdateSet({ proposedAt: now }))
        .returning('id')
        .executeTakeFirstOrThrow();
      return { id, deliveryId, text };
    },

    findProposed: (id: string, guildId: GuildId) =>
      read
        .selectFrom('proposedQuestions')
        .select(['id', 'deliveryId', 'text'])
        .where('id', '=', id)
        .where('guildId', '=', guildId)
        .executeTakeFirst(),

    forget: (before) =>
      write.transaction().execute(async (tx) => {
        await tx.deleteFrom('proposedQuestions').where('proposedAt', '<', before).execute();
        await tx
          .deleteFrom('askedQuestions')
          .where('askedAt', '<', before)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('outbox')
                  .select('outbox.id')
                  .whereRef('outbox.id', '=', 'askedQuestions.deliveryId')
                  .where(sql<boolean>`(settled_at IS NULL OR results ->> 'question' IS NOT NULL)`),
              ),
            ),
          )
          .execute();
      }),
  };
}

async function find(db: Db, deliveryId: DeliveryId): Promise<AskedQuestion | undefined> {
  const row = await db
    .selectFrom('askedQuestions')
    .select(['text', 'chosenBy'])
    .where('deliveryId', '=', deliveryId)
    .executeTakeFirst();
  return row && { text: row.text, isByModerator: row.chosenBy !== null };
}

async function keepOne(tx: Db, { post, wordings, now }: Keeping): Promise<AskedQuestion> {
  const { id: deliveryId, guildId, articleId = null } = post;
  const kept = await find(tx, deliveryId);
  if (kept) {
    await tx.updateTable('askedQuestions').set({ askedAt: now }).where('deliveryId', '=', deliveryId).execute();
    return kept;
  }
  const asked = await listAsked(tx, post, wordings, now);
  const [longestAgo] = [...asked].sort(([, one], [, other]) => one - other);
  const text = wordings.find((wording) => !asked.has(wording)) ?? longestAgo?.[0];
  if (text === undefined) throw new RangeError('no wording to choose from');
  await tx
    .insertInto('askedQuestions')
    .values({ deliveryId, guildId, articleId, text, chosenBy: null, askedAt: now })
    .execute();
  return { text, isByModerator: false };
}

/** When other posts of the guild asked which of the texts last, as far as that is not long ago. */
async function listAsked(
  db: Db,
  { id, guildId }: Post,
  texts: readonly string[],
  now: Instant,
): Promise<Map<string, Instant>> {
  if (texts.length === 0) return new Map();
  const rows = await db
    .selectFrom('askedQuestions')
    .select(['text', ({ fn }) => fn.max('askedAt').as('askedAt')])
    .where('guildId', '=', guildId)
    .where('text', 'in', texts)
    .where('askedAt', '>', now - repeatPauseMs)
    .where('deliveryId', '!=', id)
    .groupBy('text')
    .execute();
  return new Map(rows.map(({ text, askedAt }) => [text, askedAt]));
}

async function change(
  tx: Db,
  { id, guildId }: Post,
  text: string,
  plan: (post: Delivery, now: Instant) => NewDelivery,
  now: Instant,
) {
  const row = await tx
    .selectFrom('outbox')
    .selectAll()
    .where('id', '=', id)
    .where('guildId', '=', guildId)
    .executeTakeFirst();
  const post = row && toDelivery(row);
  if (!post || !mayHaveQuestion(post)) return 'nowhere';
  if ((await listAsked(tx, post, [text], now)).size > 0) return 'repeated';
  await saveChosenQuestion(tx, post, text, now);
  if (!mayBeAsked(post, row.leaseOwner !== null)) return 'kept';
  await addEdit(tx, plan(post, now), now);
  return 'changing';
}

/** From now on a post asks what moderators chose. To be called within the transaction of their choice. */
export async function saveChosenQuestion(tx: Db, post: Keeping['post'], text: string, now: Instant): Promise<void> {
  const { id: deliveryId, guildId, articleId = null } = post;
  const chosen = { text, chosenBy: 'moderator', askedAt: now } as const;
  await tx
    .insertInto('askedQuestions')
    .values({ deliveryId, guildId, articleId, ...chosen })
    .onConflict((conflict) => conflict.column('deliveryId').doUpdateSet(chosen))
    .execute();
}

/** Whether Discord has the question already, or may have it with the earlier text: a worker that holds the row may have read that. */
function mayBeAsked({ results, step, state, reason, stepBegunAt, attemptedAt }: Delivery, isLeased: boolean): boolean {
  if (results.question !== undefined) return true;
  if (step !== 'question') return false;
  if (isLeased || state !== 'held') return isLeased || stepBegunAt !== undefined;
  // What is held was refused, and is not there; a try before that may have landed.
  return reason === 'historyHidden' || attemptedAt !== stepBegunAt;
}

/** An edit that no worker holds reads the kept text when it leaves: one of them is enough. */
async function addEdit(tx: Db, edit: NewDelivery, now: Instant): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ dedupeKey: null })
    .where('dedupeKey', '=', edit.dedupeKey ?? null)
    .where(({ or, eb }) => or([eb('settledAt', 'is not', null), eb('leaseOwner', 'is not', null)]))
    .execute();
  await insertDeliveries(tx, [edit], now);
}
