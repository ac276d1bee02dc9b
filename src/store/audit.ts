// All SQL of audit.

import type { Audit } from '../ports/audit.ts';
import type { Connections } from './schema.ts';

export function createAudit({ write }: Connections): Audit {
  return {
    async record({ options, ...entry }) {
      await write
        .insertInto('audit')
        .values({ ...entry, options: JSON.stringify(options) })
        .execute();
    },
  };
}
