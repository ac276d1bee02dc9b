// All SQL of sources, and the one transaction in which a reading becomes articles and deliveries.
// Invariant: articles, deliveries and the source's cursor are committed together or not at all.

import { chooseIdentity } from '../domain/identity.ts';
import type { SourceId } from '../domain/ids.ts';
import type { Validators } from '../domain/source.ts';
import type { Findings, PlanDeliveries, SavedReading, Sources } from '../ports/sources.ts';
import { findNewestId } from './articleTable.ts';
import { insertDeliveries } from './outboxTable.ts';
import { recognise, saveEntries } from './saveEntries.ts';
import type { Connections, Db } from './schema.ts';
import { selectSource, toSource } from './sourceRows.ts';
import { listInterests, setMissingBaselines } from './subscriptions.ts';
import { wellFormedEntry } from './wellFormed.ts';

/** What a success sets. */
const noTrouble = { troubleCount: 0, troubleSince: null, troubleCode: null, troubleDetail: null };

export function createSources({ read, write }: Connections): Sources {
  return {
    async get(id) {
      return toSource(await selectSource(read, id));
    },

    async findByUrl(url) {
      const row = await read.selectFrom('sources').selectAll().where('url', '=', url).executeTakeFirst();
      return row && toSource(row);
    },

    save({ url, title, siteUrl = null, language = null }, nextPollAt) {
      return write.transaction().execute(async (tx) => {
        await tx
          .insertInto('sources')
          .values({ url, title, siteUrl, language, nextPollAt })
          .onConflict((conflict) => conflict.column('url').doNothing())
          .execute();
        return toSource(await tx.selectFrom('sources').selectAll().where('url', '=', url).executeTakeFirstOrThrow());
      });
    },

    async listDue(now, limit) {
      const rows = await read
        .selectFrom('sources')
        .selectAll()
        .where('nextPollAt', '<=', now)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('subscriptions')
              .select('subscriptions.id')
              .whereRef('subscriptions.sourceId', '=', 'sources.id')
              .where('subscriptions.pausedAt', 'is', null),
          ),
        )
        .orderBy('nextPollAt')
        .limit(limit)
        .execute();
      return rows.map(toSource);
    },

    async listUnknown(id, entries) {
      const source = await selectSource(read, id);
      const identity = source.identity ?? chooseIdentity(entries);
      if (identity === undefined) return [];
      const originals = new Map(entries.map((entry) => [wellFormedEntry(entry), entry]));
      const { matched } = await recognise(read, source, identity, [...originals.keys()]);
      return matched.flatMap(({ entry, articleId }) => (articleId === undefined ? (originals.get(entry) ?? []) : []));
    },

    saveReading(id, findings, plan) {
      return write.transaction().execute((tx) => saveReading(tx, id, findings, plan));
    },

    async saveUnchanged(id, { etag, lastModified }, readAt, nextPollAt) {
      // A 304 need not repeat the validators it confirms.
      const renewed = {
        ...(etag === undefined ? {} : { etag }),
        ...(lastModified === undefined ? {} : { lastModified }),
      };
      await write
        .updateTable('sources')
        .set({ ...renewed, ...noTrouble, lastReadAt: readAt, nextPollAt })
        .where('id', '=', id)
        .execute();
    },

    async saveTrouble(id, { code, detail, at, nextPollAt }) {
      await write
        .updateTable('sources')
        .set(({ eb, fn, val }) => ({
          troubleCount: eb('troubleCount', '+', 1),
          troubleSince: fn.coalesce('troubleSince', val(at)),
          troubleCode: code,
          troubleDetail: detail,
          nextPollAt,
        }))
        .where('id', '=', id)
        .execute();
    },

    async hurry(id, now) {
      await write.updateTable('sources').set({ nextPollAt: now }).where('id', '=', id).execute();
    },
  };
}

async function saveReading(tx: Db, id: SourceId, findings: Findings, plan: PlanDeliveries): Promise<SavedReading> {
  const { entries, readAt, nextPollAt, validators } = findings;
  const source = await selectSource(tx, id);
  const identity = source.identity ?? chooseIdentity(entries.map(wellFormedEntry)) ?? null;
  const seenBefore = await findNewestId(tx, id);
  const { created, changed } =
    identity === null ? { created: [], changed: 0 } : await saveEntries(tx, source, identity, entries, readAt);

  // Subscriptions that have no baseline yet get it from this reading, and nothing else.
  const interests = created.length === 0 ? [] : await listInterests(tx, id, seenBefore);
  const deliveries = interests.length === 0 ? 0 : await insertDeliveries(tx, plan(created, interests), readAt);
  await setMissingBaselines(tx, id, await findNewestId(tx, id));
  await tx
    .updateTable('sources')
    .set({
      ...toColumns(validators),
      ...noTrouble,
      identity,
      firstReadAt: source.firstReadAt ?? readAt,
      lastReadAt: readAt,
      nextPollAt,
    })
    .where('id', '=', id)
    .execute();
  return { newArticles: created.length, changedArticles: changed, deliveries };
}

function toColumns({ etag = null, lastModified = null }: { [Name in keyof Validators]?: string | null }) {
  return { etag, lastModified };
}
