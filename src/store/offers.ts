// All SQL of kept_offers.

import type { ChannelId, GuildId, Instant } from '../domain/ids.ts';
import type { SourceKind } from '../domain/source.ts';
import type { Offers } from '../ports/offers.ts';
import { randomId } from './rows.ts';
import type { Connections } from './schema.ts';

/** How long a menu or button can be used. Milliseconds. */
const offerLifeMs = 30 * 86_400_000;

// A type, not an interface: Kysely wants an index signature, which interfaces lack.
type OfferTables = {
  keptOffers: {
    id: string;
    guildId: GuildId;
    kind: SourceKind;
    urls: string;
    channelId: ChannelId;
    backfill: number;
    keptAt: Instant;
  };
};

export function createOffers(connections: Connections): Offers {
  const read = connections.read.withTables<OfferTables>();
  const write = connections.write.withTables<OfferTables>();
  return {
    keep(guildId, { kind, urls, channelId, backfill }, now) {
      return write.transaction().execute(async (tx) => {
        await tx
          .deleteFrom('keptOffers')
          .where('keptAt', '<', now - offerLifeMs)
          .execute();
        const id = randomId();
        const row = { id, guildId, kind, urls: JSON.stringify(urls), channelId, backfill, keptAt: now };
        await tx.insertInto('keptOffers').values(row).execute();
        return id;
      });
    },

    async find(id, guildId) {
      const row = await read
        .selectFrom('keptOffers')
        .select(['kind', 'urls', 'channelId', 'backfill'])
        .where('id', '=', id)
        .where('guildId', '=', guildId)
        .executeTakeFirst();
      return row && { ...row, urls: JSON.parse(row.urls) as string[] };
    },
  };
}
