// All SQL of sources, and the one transaction in which a reading becomes articles and deliveries.
// Invariant: articles, deliveries and the source's cursor are committed together or not at all.

import { lostReadingAt } from '../domain/flood.ts';
import { chooseIdentity } from '../domain/identity.ts';
import type { SourceId } from '../domain/ids.ts';
import { troubleKey } from '../domain/source.ts';
import type { Planning } from '../ports/planning.ts';
import type { Cursor, FailedReading, Findings, SavedReading, Sources } from '../ports/sources.ts';
import { markToldOfBefore } from './articleReviews.ts';
import { findNewestId, listAddresses } from './articleTable.ts';
import { createBatch } from './batch.ts';
import { saveFloods } from './floodTable.ts';
import { dropDeliveries, insertDeliveries, listByArticle, listByKey } from './outboxTable.ts';
import { recognise, saveEntries } from './saveEntries.ts';
import type { Connections, Db } from './schema.ts';
import { moveColumns, noTrouble, type SourceRow, selectSource, toSource } from './sourceRows.ts';
import { listActive, listInterests, setMissingBaselines } from './subscriptions.ts';
import { oneMoreTrouble } from './troubleColumns.ts';
import { wellFormedEntry } from './wellFormed.ts';

/** Articles by which a page is known again. */
const addressesListed = 50;

interface Unchanged {
  readonly id: SourceId;
  readonly cursor: Cursor;
  readonly planning: Planning;
}

export function createSources({ read, write }: Connections): Sources {
  const saveUnchanged = createBatch<Unchanged, void>((batch) =>
    write.transaction().execute(async (tx) => {
      for (const { id, cursor, planning } of batch) {
        const source = await selectSource(tx, id);
        // A 304 need not repeat the validators it confirms.
        const {
          etag = source.etag,
          lastModified = source.lastModified,
          url = source.validatorsUrl,
        } = cursor.validators;
        await saveSuccess(tx, source, { etag, lastModified, validatorsUrl: url }, cursor, planning);
        await setMissingBaselines(tx, id);
      }
      return [];
    }),
  );

  return {
    async get(id) {
      return toSource(await selectSource(read, id));
    },

    async findByUrl(url) {
      const row = await read.selectFrom('sources').selectAll().where('url', '=', url).executeTakeFirst();
      return row && toSource(row);
    },

    save({ url, title, kind = 'feed', siteUrl = null, language = null }, nextPollAt) {
      return write.transaction().execute(async (tx) => {
        await tx
          .insertInto('sources')
          .values({ url, title, kind, siteUrl, language, nextPollAt })
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
        .where('stoppedAt', 'is', null)
        .where('kind', '!=', 'recommended')
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

    listAddresses: (id) => listAddresses(read, id, addressesListed),

    saveReading(id, findings, planning) {
      return write.transaction().execute((tx) => saveReading(tx, id, findings, planning));
    },

    saveUnchanged: (id, cursor, planning) => saveUnchanged({ id, cursor, planning }),

    saveTrouble(id, failed, planning) {
      return write.transaction().execute((tx) => saveTrouble(tx, id, failed, planning));
    },

    async postpone(id, until) {
      await write.updateTable('sources').set({ nextPollAt: until }).where('id', '=', id).execute();
    },

    async restart(id, now) {
      await write.updateTable('sources').set({ nextPollAt: now, stoppedAt: null }).where('id', '=', id).execute();
    },
  };
}

async function saveReading(tx: Db, id: SourceId, findings: Findings, planning: Planning): Promise<SavedReading> {
  const { readAt } = findings;
  const source = await selectSource(tx, id);
  const identity = source.identity ?? chooseIdentity(findings.entries.map(wellFormedEntry)) ?? null;
  const seenBefore = await findNewestId(tx, id);
  const { created, refills, changed } =
    identity === null ? { created: [], refills: [], changed: [] } : await saveEntries(tx, source, identity, findings);

  // Subscriptions that have no baseline yet get it from this reading, and nothing else.
  const isNews = created.length > 0 && findings.isRebuilt !== true;
  const interests = isNews ? await listInterests(tx, id, seenBefore) : [];
  let deliveries = 0;
  if (interests.length > 0) {
    const { lastReadAt } = source;
    const news = { articles: created, seenAt: readAt, ...(lastReadAt === null ? {} : { lastReadAt }) };
    const planned = planning.news(news, interests);
    deliveries += await insertDeliveries(tx, planned.deliveries, readAt);
    deliveries += await saveFloods(tx, planned.floods, readAt);
  }
  await markToldOfBefore(tx, source.lastReadAt === lostReadingAt ? [...created, ...refills] : refills);
  for (const articleId of changed) {
    await insertDeliveries(tx, planning.edits(await listByArticle(tx, articleId), readAt), readAt);
  }
  const isBaseline = source.lastReadAt !== null || findings.isCut !== true;
  const columns = {
    identity,
    fingerprint: findings.fingerprint ?? null,
    firstReadAt: source.firstReadAt ?? (isBaseline ? readAt : null),
    ...(source.lastReadAt === null ? describedColumns(findings) : {}),
  };
  await saveSuccess(tx, source, columns, findings, planning);
  if (isBaseline) await setMissingBaselines(tx, id);
  return { newArticles: created.length, changedArticles: changed.length, deliveries };
}

function describedColumns({ described }: Findings): Partial<SourceRow> {
  if (described === undefined) return {};
  const { title, kind, siteUrl = null, language = null } = described;
  return { title, siteUrl, language, ...(kind === undefined ? {} : { kind }) };
}

/** The source's cursor after any answer that succeeded, and the end of its trouble. */
async function saveSuccess(
  tx: Db,
  source: SourceRow,
  columns: Partial<SourceRow>,
  { validators, readAt, nextPollAt, movedTo, wishes }: Cursor,
  planning: Planning,
): Promise<void> {
  const moved =
    movedTo === undefined && source.moved === null
      ? {}
      : await moveColumns(tx, source, { ...(movedTo ? { movedTo } : {}) });
  await tx
    .updateTable('sources')
    .set({
      ...columns,
      ...moved,
      ...noTrouble,
      etag: validators.etag ?? null,
      lastModified: validators.lastModified ?? null,
      validatorsUrl: validators.url ?? null,
      wishes: wishes === undefined ? null : JSON.stringify(wishes),
      lastReadAt: readAt,
      nextPollAt,
    })
    .where('id', '=', source.id)
    .execute();
  if (source.troubleSince === null) return;
  const alerts = await listByKey(tx, troubleKey(source.id, source.troubleSince));
  const { dropped, edits } = planning.recovery(alerts, readAt);
  await dropDeliveries(tx, dropped, 'recovered', readAt);
  await insertDeliveries(tx, edits, readAt);
}

async function saveTrouble(tx: Db, id: SourceId, failed: FailedReading, planning: Planning): Promise<void> {
  const { at, isFinal } = failed;
  const row = await tx
    .updateTable('sources')
    .set({ ...oneMoreTrouble(failed), ...(isFinal ? { stoppedAt: at } : {}) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const alerts = planning.troubleAlerts(toSource(row), await listActive(tx, id), at);
  await insertDeliveries(tx, alerts, at);
}
