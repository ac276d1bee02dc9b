// All SQL of scheduled_events. Rows are written within the transaction that marks or records a delivery, so that a crash between
// Discord's answer and the record leaves what to look for.

import { type Selectable, sql } from 'kysely';
import type { Delivery, Transition } from '../domain/delivery.ts';
import type { ConferenceId, GuildId, Instant } from '../domain/ids.ts';
import type { EventRecord, KeptEvent } from '../domain/scheduledEvent.ts';
import type { KeptEvents } from '../ports/keptEvents.ts';
import { insertDeliveries } from './outboxTable.ts';
import type { ScheduledEventsTable } from './programmeSchema.ts';
import { withoutNulls } from './rows.ts';
import type { Connections, Db } from './schema.ts';

export function createKeptEvents({ read, write }: Connections): KeptEvents {
  return {
    async list(guildId) {
      const rows = await read.selectFrom('scheduledEvents').selectAll().where('guildId', '=', guildId).execute();
      return rows.map(toKeptEvent);
    },

    async listGuilds(since = 0) {
      const rows = await read
        .selectFrom('conferences')
        .select('guildId')
        .where('changedAt', '>=', since)
        .union(read.selectFrom('scheduledEvents').select('guildId').where('changedAt', '>=', since))
        .execute();
      return rows.map(({ guildId }) => guildId);
    },

    async listWaiting(guildId) {
      const rows = await eventRows(read, guildId)
        .select(sql<ConferenceId>`payload ->> 'conferenceId'`.as('conferenceId'))
        .where('settledAt', 'is', null)
        .execute();
      return new Set(rows.map(({ conferenceId }) => conferenceId));
    },

    plan: (guildId, rows, now) =>
      write.transaction().execute(async (tx) => {
        // A row that has come to its end stands in no other's way.
        await tx
          .updateTable('outbox')
          .set({ dedupeKey: null })
          .where('id', 'in', eventRows(tx, guildId).select('id').where('settledAt', 'is not', null))
          .where('dedupeKey', 'is not', null)
          .execute();
        return insertDeliveries(tx, rows, now);
      }),
  };
}

function eventRows(db: Db, guildId: GuildId) {
  return db.selectFrom('outbox').where('guildId', '=', guildId).where('purpose', '=', 'event');
}

function toKeptEvent({ shown, ...row }: Selectable<ScheduledEventsTable>): KeptEvent {
  return { ...withoutNulls(row), ...(shown === null ? {} : { shown: JSON.parse(shown) }) };
}

/** What came of a step, as far as it says something about the event. */
export async function recordEvent(tx: Db, delivery: Delivery, transition: Transition, now: Instant): Promise<void> {
  if (transition.to === 'done') {
    if (transition.event) await keepEvent(tx, delivery, transition.event, now);
  } else if (transition.to === 'dead' && transition.reason === 'removedByPerson') {
    await setState(tx, delivery, 'removed', now);
  } else if (transition.to === 'dead' && (transition.reason === 'invalid' || transition.reason === 'blocked')) {
    await setState(tx, delivery, 'refused', now);
  }
}

export async function keepEvent(tx: Db, delivery: Delivery, event: EventRecord, changedAt: Instant): Promise<void> {
  const { guildId } = delivery;
  const conferenceId = conferenceOf(delivery);
  const { state, eventId = null, shown } = event;
  if (state === 'gone') {
    await tx.deleteFrom('scheduledEvents').where('conferenceId', '=', conferenceId).execute();
    return;
  }
  const row = { state, eventId, shown: shown ? JSON.stringify(shown) : null, changedAt };
  await tx
    .insertInto('scheduledEvents')
    .values({ conferenceId, guildId, ...row })
    .onConflict((conflict) => conflict.column('conferenceId').doUpdateSet(row))
    .execute();
}

/** What else is known of it stays. */
async function setState(tx: Db, delivery: Delivery, state: KeptEvent['state'], changedAt: Instant): Promise<void> {
  const { guildId } = delivery;
  await tx
    .insertInto('scheduledEvents')
    .values({ conferenceId: conferenceOf(delivery), guildId, eventId: null, shown: null, state, changedAt })
    .onConflict((conflict) => conflict.column('conferenceId').doUpdateSet({ state, changedAt }))
    .execute();
}

function conferenceOf({ id, payload }: Delivery): ConferenceId {
  const conferenceId = payload?.conferenceId;
  if (typeof conferenceId !== 'number') throw new Error(`delivery ${id} names no conference`);
  return conferenceId as ConferenceId;
}
