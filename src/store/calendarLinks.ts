// All SQL of calendar_links. A token is looked for by its hash, so that how long a look takes tells nothing of the tokens there are.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CalendarLinkMaker, CalendarLinks } from '../ports/calendarLinks.ts';
import type { Connections } from './schema.ts';

/** 160 bits. */
const tokenBytes = 20;

export function createCalendarLinks({ read, write }: Connections): CalendarLinks {
  return {
    get: (maker) =>
      write.transaction().execute(async (tx) => {
        const { guildId } = maker;
        await tx
          .insertInto('calendarLinks')
          .values(newLink(maker))
          .onConflict((conflict) => conflict.column('guildId').doNothing())
          .execute();
        const kept = tx.selectFrom('calendarLinks').select('token').where('guildId', '=', guildId);
        return (await kept.executeTakeFirstOrThrow()).token;
      }),

    renew: (maker) =>
      write.transaction().execute(async (tx) => {
        const link = newLink(maker);
        await tx.deleteFrom('calendarLinks').where('guildId', '=', maker.guildId).execute();
        await tx.insertInto('calendarLinks').values(link).execute();
        return link.token;
      }),

    async find(token) {
      const row = await read
        .selectFrom('calendarLinks')
        .select(['guildId', 'title', 'madeAt', 'tokenHash'])
        .where('tokenHash', '=', hashOf(token))
        .where('guildId', 'not in', read.selectFrom('guildDepartures').select('guildId'))
        .executeTakeFirst();
      if (!row || !timingSafeEqual(Buffer.from(row.tokenHash), Buffer.from(hashOf(token)))) return undefined;
      const { tokenHash: _, ...link } = row;
      return link;
    },
  };
}

function newLink({ guildId, title, by, at }: CalendarLinkMaker) {
  const token = randomBytes(tokenBytes).toString('base64url');
  return { guildId, title, token, tokenHash: hashOf(token), madeBy: by, madeAt: at };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
