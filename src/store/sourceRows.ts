// A row of sources as the domain knows it, and what every answer of a site changes in it. Apart from sources.ts because
// subscriptions show their source, too.

import type { Selectable } from 'kysely';
import type { SourceId } from '../domain/ids.ts';
import type { Move, Source } from '../domain/source.ts';
import type { Cursor } from '../ports/sources.ts';
import { withoutNulls } from './rows.ts';
import type { Db, SourcesTable } from './schema.ts';

export type SourceRow = Selectable<SourcesTable>;

/** A permanent redirect is believed once it was seen this often in a row: a mistake or a hijack is often shorter. */
const sightingsOfMove = 3;

/** What a success sets. */
export const noTrouble = {
  troubleCount: 0,
  troubleSightings: 0,
  troubleSince: null,
  troubleCode: null,
  troubleDetail: null,
  stoppedAt: null,
};

/** @throws when there is none: ids come from the database */
export function selectSource(db: Db, id: SourceId): Promise<SourceRow> {
  return db.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

export function toSource(row: SourceRow): Source {
  const { id, kind, url, title, siteUrl, language, identity, lastReadAt, nextPollAt, etag, lastModified } = row;
  const { troubleCount: count, troubleSightings: sightings, troubleSince, troubleCode, troubleDetail } = row;
  const { formerUrl, stoppedAt, validatorsUrl, fingerprint } = row;
  const trouble = { count, sightings, since: troubleSince ?? 0, code: troubleCode ?? '', detail: troubleDetail ?? '' };
  return {
    id,
    kind,
    url,
    title,
    nextPollAt,
    ...withoutNulls({ siteUrl, language, identity, lastReadAt, fingerprint, formerUrl, stoppedAt }),
    validators: withoutNulls({ etag, lastModified, url: validatorsUrl }),
    ...(row.wishes === null ? {} : { wishes: JSON.parse(row.wishes) }),
    ...(row.moved === null ? {} : { moved: JSON.parse(row.moved) }),
    ...(count === 0 ? {} : { trouble }),
  };
}

/** What a permanent redirect, or its absence, makes of a source's address. */
export async function moveColumns(tx: Db, row: SourceRow, { movedTo }: Pick<Cursor, 'movedTo'>) {
  if (movedTo === undefined || movedTo === row.url) return { moved: null };
  const before: Move | undefined = row.moved === null ? undefined : JSON.parse(row.moved);
  const move: Move = { url: movedTo, count: before?.url === movedTo ? before.count + 1 : 1 };
  if (move.count < sightingsOfMove || (await isTaken(tx, movedTo))) return { moved: JSON.stringify(move) };
  return { moved: null, url: movedTo, formerUrl: row.url };
}

async function isTaken(tx: Db, url: string): Promise<boolean> {
  return (await tx.selectFrom('sources').select('id').where('url', '=', url).executeTakeFirst()) !== undefined;
}
