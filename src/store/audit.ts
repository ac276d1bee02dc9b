// All SQL of audit.

import type { Selectable } from 'kysely';
import type { AuditEntry, AuditRecord } from '../domain/auditedChange.ts';
import type { Audit } from '../ports/audit.ts';
import type { AuditTable, Connections } from './schema.ts';

export function createAudit({ read, write }: Connections): Audit {
  return {
    async record({ options, change, ...entry }) {
      const json = change === undefined ? null : JSON.stringify(change);
      await write
        .insertInto('audit')
        .values({ ...entry, options: JSON.stringify(options), change: json })
        .execute();
    },

    async list(guildId, since) {
      const rows = await read
        .selectFrom('audit')
        .selectAll()
        .where('guildId', '=', guildId)
        .where('at', '>=', since)
        .orderBy('id', 'desc')
        .execute();
      return rows.map(toRecord);
    },

    async find(guildId, id) {
      const row = await read
        .selectFrom('audit')
        .selectAll()
        .where('guildId', '=', guildId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toRecord(row);
    },
  };
}

function toRecord({ options, change, ...row }: Selectable<AuditTable>): AuditRecord {
  return {
    ...row,
    options: JSON.parse(options) as AuditEntry['options'],
    ...(change === null ? {} : { change: JSON.parse(change) as NonNullable<AuditEntry['change']> }),
  };
}
