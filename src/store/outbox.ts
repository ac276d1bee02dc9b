// All other SQL of outbox: rows are claimed, marked and recorded here; what is to become of them is decided in delivery/.
// Invariant: a row is changed only by the worker that holds it, in the attempt it holds it for.

import { type ExpressionBuilder, sql } from 'kysely';
import { type Delivery, holdsUpChannel, type NewDelivery, type Step, type Transition } from '../domain/delivery.ts';
import type { DeliveryId, Instant } from '../domain/ids.ts';
import type { Fitting, Outbox } from '../ports/outbox.ts';
import { createBatch } from './batch.ts';
import { listClaimable } from './claimSqlite.ts';
import { createHeld } from './outboxHeld.ts';
import { moveNotices } from './outboxMoves.ts';
import { keepPace } from './outboxPace.ts';
import { insertDeliveries, toDelivery, unleased } from './outboxTable.ts';
import { createWaiting } from './outboxWaiting.ts';
import { keepEvent, recordEvent } from './scheduledEvents.ts';
import type { Connections, Db, Tables } from './schema.ts';
import { hasSubscription } from './subscriptions.ts';
import { takeBack } from './takeBack.ts';

interface Marking {
  readonly delivery: Delivery;
  readonly owner: string;
  readonly now: Instant;
  readonly fitting: Fitting | undefined;
}

interface Recording {
  readonly delivery: Delivery;
  readonly owner: string;
  readonly transition: Transition;
  readonly now: Instant;
  readonly alerts: readonly NewDelivery[];
}

export function createOutbox(connections: Connections): Outbox {
  const { read, write } = connections;
  // A commit waits for the disk: what is to be written at the same moment shares one.
  const mark = createBatch((batch: readonly Marking[]) => inOneCommit(write, batch, markSending));
  const record = createBatch((batch: readonly Recording[]) => inOneCommit(write, batch, recordStep));
  return {
    ...createHeld(connections),
    ...createWaiting(connections),

    add: (deliveries, now) => write.transaction().execute((tx) => insertDeliveries(tx, deliveries, now)),

    async find(id) {
      const row = await read.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toDelivery(row);
    },

    claimDue({ owner, now, leaseMs, ...wanted }) {
      return write.transaction().execute(async (tx) => {
        const claimed: Delivery[] = [];
        for (const id of await listClaimable(tx, now, wanted)) {
          const row = await tx
            .updateTable('outbox')
            .set({
              leaseOwner: owner,
              leaseUntil: now + leaseMs,
              // A worker that let its lease run out while sending may have been heard.
              state: sql`CASE state WHEN 'sending' THEN 'unknown' ELSE state END`,
              revision: sql`CASE WHEN step_begun_at IS NULL AND step IN ('message', 'edit')
                THEN coalesce(
                  (SELECT revision FROM articles WHERE id = outbox.article_id),
                  (SELECT sequence FROM conferences WHERE id = outbox.conference_id),
                  revision)
                ELSE revision END`,
            })
            .where('id', '=', id)
            .returningAll()
            .executeTakeFirstOrThrow();
          claimed.push(toDelivery(row));
        }
        return claimed;
      });
    },

    markSending: (delivery, owner, now, fitting) => mark({ delivery, owner, now, fitting }),

    record: (delivery, owner, transition, now, alerts = []) => record({ delivery, owner, transition, now, alerts }),

    recoverAbandoned() {
      return write.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('outbox')
          .set({ state: 'unknown' })
          .where('state', '=', 'sending')
          .executeTakeFirstOrThrow();
        await tx.updateTable('outbox').set(unleased).where('leaseOwner', 'is not', null).execute();
        return Number(numUpdatedRows);
      });
    },

    async listCrossposts(channelId, since) {
      const rows = await read
        .selectFrom('outbox')
        .select('settledAt')
        .where('targetKind', '=', 'announcement')
        .where('channelId', '=', channelId)
        .where('settledAt', '>=', since)
        .where(sql`results ->> 'crosspost'`, 'is not', null)
        .execute();
      return rows.map(({ settledAt }) => settledAt ?? since);
    },

    takeBack: (id, guildId, now) => takeBack({ write }, id, guildId, now),

    async count(guildId) {
      const rows = await read
        .selectFrom('outbox')
        .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
        .where('guildId', '=', guildId)
        .groupBy('state')
        .execute();
      const counts = new Map(rows.map(({ state, count }) => [state, Number(count)]));
      const sum = (...states: Delivery['state'][]) =>
        states.reduce((total, state) => total + (counts.get(state) ?? 0), 0);
      return { waiting: sum('pending', 'sending', 'unknown'), held: sum('held'), sent: sum('sent'), dead: sum('dead') };
    },
  };
}

function inOneCommit<Item, Result>(
  write: Db,
  items: readonly Item[],
  save: (tx: Db, item: Item) => Promise<Result>,
): Promise<Result[]> {
  return write.transaction().execute(async (tx) => {
    const results: Result[] = [];
    for (const item of items) results.push(await save(tx, item));
    return results;
  });
}

async function markSending(tx: Db, { delivery, owner, now, fitting }: Marking): Promise<Delivery | undefined> {
  const row = await leased(tx, delivery, owner)
    .where('state', 'in', ['pending', 'unknown'])
    .where('leaseUntil', '>', now)
    .where(showsPresentWords)
    .set(({ eb }) => ({
      state: 'sending',
      attempt: eb('attempt', '+', 1),
      attemptedAt: now,
      stepBegunAt: delivery.stepBegunAt ?? now,
      ...(fitting ? { targetKind: fitting.targetKind, steps: JSON.stringify(fitting.steps) } : {}),
      ...(fitting?.threadName === undefined ? {} : { threadName: fitting.threadName }),
    }))
    .returningAll()
    .executeTakeFirst();
  if (row && fitting?.event) await keepEvent(tx, delivery, fitting.event, now);
  return row && toDelivery(row);
}

async function recordStep(tx: Db, recording: Recording) {
  const { delivery, owner, now } = recording;
  const { transition, alerts } = await withoutTakenBack(tx, recording);
  const recorded = await leased(tx, delivery, owner)
    .set({ ...unleased, ...changesOf(delivery, transition, now) })
    .returningAll()
    .executeTakeFirst();
  if (!recorded) return undefined;
  await insertDeliveries(tx, alerts, now);
  if (transition.to === 'done' && delivery.step === 'rename') await keepName(tx, delivery, transition.id);
  if (transition.to === 'done') await keepPace(tx, delivery, now);
  if (transition.to === 'done') await moveNotices(tx, toDelivery(recorded));
  if (delivery.purpose === 'event') await recordEvent(tx, delivery, transition, now);
  const isAdrift =
    recorded.settledAt === null &&
    recorded.subscriptionId !== null &&
    !(await hasSubscription(tx, recorded.subscriptionId));
  if (!isAdrift) return toDelivery(recorded);
  // Its subscription was removed while it was under way: what Discord has stays, the rest is dropped.
  const dropped = await tx
    .updateTable('outbox')
    .set({
      ...({ state: 'dead', reason: 'unsubscribed', settledAt: now } as const),
      // Whoever follows it again gets what Discord has nothing of.
      ...(recorded.stepBegunAt === null && recorded.results === '{}' ? { dedupeKey: null } : {}),
    })
    .where('id', '=', recorded.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toDelivery(dropped);
}

/** What moderators took back meanwhile does not wait to be made: its removal looks for what may be there. */
async function withoutTakenBack(tx: Db, { delivery, transition, alerts }: Recording) {
  if (transition.to !== 'held') return { transition, alerts };
  const present = await tx.selectFrom('outbox').select('reason').where('id', '=', delivery.id).executeTakeFirst();
  if (present?.reason !== 'removedByPerson') return { transition, alerts };
  return { transition: { to: 'dead', reason: 'removedByPerson' } as const, alerts: [] };
}

/** The row, as long as this worker holds it for this attempt of this step. */
function leased(db: Db, { id, attempt, step }: Delivery, owner: string) {
  return db
    .updateTable('outbox')
    .where('id', '=', id)
    .where('leaseOwner', '=', owner)
    .where('attempt', '=', attempt)
    .where('step', '=', step)
    .where('settledAt', 'is', null);
}

/** What changed since the claim would be shown by nobody: no edit is planned of what has not begun. The row is claimed anew. */
function showsPresentWords({ or, eb, fn, val, selectFrom }: ExpressionBuilder<Tables, 'outbox'>) {
  const article = selectFrom('articles').select('articles.revision').whereRef('articles.id', '=', 'outbox.articleId');
  const conference = selectFrom('conferences')
    .select('conferences.sequence')
    .whereRef('conferences.id', '=', 'outbox.conferenceId');
  const present = fn.coalesce(article, conference, val(0));
  return or([
    eb('outbox.stepBegunAt', 'is not', null),
    eb('outbox.step', 'not in', ['message', 'edit']),
    eb('outbox.revision', '>=', present),
  ]);
}

function changesOf(delivery: Delivery, transition: Transition, now: Instant) {
  switch (transition.to) {
    case 'done': {
      const { id, threadName } = transition;
      const results = JSON.stringify({ ...delivery.results, [delivery.step]: id, ...discussionOf(delivery, id) });
      const named = threadName === undefined ? {} : { threadName };
      // A card that was found may have been fitted to its channel by whoever looked for it.
      const { step, targetKind, steps } = delivery;
      const fitted = step === 'message' ? { targetKind, steps: JSON.stringify(steps) } : {};
      return { results, ...named, ...fitted, ...goOn(delivery, steps, now) } as const;
    }
    case 'passed':
      // Without a discussion there is no place for its question.
      return goOn(
        delivery,
        delivery.steps.filter((step) => delivery.step !== 'thread' || step !== 'question'),
        now,
      );
    case 'pending': {
      const { dueAt, isPlain } = transition;
      return { state: 'pending', dueAt, ...(isPlain ? { isPlain: 1 } : {}), ...begunOf(transition) } as const;
    }
    case 'unknown': {
      const { dueAt, isPlain } = transition;
      return { state: 'unknown', dueAt, ...(isPlain ? { isPlain: 1 } : {}) } as const;
    }
    case 'held': {
      const { reason, missing } = transition;
      return {
        state: 'held',
        reason,
        missing: JSON.stringify(missing),
        heldAt: now,
        // What follows a post is waited for from now on, whether or not it was ever tried.
        ...(holdsUpChannel(delivery) ? begunOf(transition) : { stepBegunAt: delivery.stepBegunAt ?? now }),
      } as const;
    }
    case 'dead':
      return { state: 'dead', reason: transition.reason, settledAt: now } as const;
  }
}

/** What Discord has nothing of may go to another channel, or be dropped, like what was never tried. */
function begunOf({ isUntouched }: { readonly isUntouched?: true }) {
  return isUntouched ? { stepBegunAt: null } : {};
}

/** The step after the present one, or the end. */
function goOn(delivery: Delivery, steps: readonly Step[], now: Instant) {
  const step = steps[steps.indexOf(delivery.step) + 1];
  if (step === undefined) return { state: 'sent', settledAt: now } as const;
  const fresh = { attempt: 0, stepBegunAt: null, attemptedAt: null, heldAt: null };
  return { state: 'pending', step, ...fresh, dueAt: now } as const;
}

/** Where a posted message is discussed, when no thread has to be opened for it: a forum post is its own thread. */
function discussionOf({ step, targetKind, channelId }: Delivery, id: string) {
  if (step !== 'message') return {};
  if (targetKind === 'forum') return { thread: id };
  return targetKind === 'thread' ? { thread: channelId } : {};
}

/** A discussion that was renamed bears its new name by our doing. */
async function keepName(tx: Db, rename: Delivery, threadName: string): Promise<void> {
  const { editsId } = rename.payload as unknown as { readonly editsId: DeliveryId };
  await tx.updateTable('outbox').set({ threadName }).where('id', '=', editsId).execute();
}
