// A row of sources as the domain knows it. Apart from sources.ts because subscriptions show their source, too.

import type { Selectable } from 'kysely';
import type { SourceId } from '../domain/ids.ts';
import type { Source } from '../domain/source.ts';
import { withoutNulls } from './rows.ts';
import type { Db, SourcesTable } from './schema.ts';

/** @throws when there is none: ids come from the database */
export function selectSource(db: Db, id: SourceId): Promise<Selectable<SourcesTable>> {
  return db.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

export function toSource(row: Selectable<SourcesTable>): Source {
  const { id, url, title, siteUrl, language, identity, lastReadAt, nextPollAt, etag, lastModified } = row;
  const { troubleCount: count, troubleSince, troubleCode, troubleDetail } = row;
  const trouble = { count, since: troubleSince ?? 0, code: troubleCode ?? '', detail: troubleDetail ?? '' };
  return {
    ...withoutNulls({ id, url, title, siteUrl, language, identity, lastReadAt, nextPollAt }),
    validators: withoutNulls({ etag, lastModified }),
    ...(count === 0 ? {} : { trouble }),
  };
}
