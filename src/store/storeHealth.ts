// What the store says about itself to those who want to know whether it can be written to.

import { sql } from 'kysely';
import type { StoreHealth } from '../ports/storeHealth.ts';
import type { Connections } from './schema.ts';
import type { WriteWatch } from './writeWatch.ts';

export function createStoreHealth({ write, watch }: Connections & { readonly watch: WriteWatch }): StoreHealth {
  return {
    health: watch.condition,
    async probe() {
      // A page is written although nothing in it changes; what came of it the watch has seen.
      await sql`UPDATE schema_migrations SET applied_at = applied_at WHERE version = 1`
        .execute(write)
        .catch(() => undefined);
      return watch.condition();
    },
  };
}
