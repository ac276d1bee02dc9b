// What moderators set up, read from a database that may be another process's: by a connection that cannot write.

import { defaultSettings, type GuildSettings } from '../domain/settings.ts';
import type { Source, Validators } from '../domain/source.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { HostPauses } from '../ports/hostPauses.ts';
import { createHostPauses } from './hostPauses.ts';
import { createQueries, openConnection } from './openDatabase.ts';
import { withoutNulls } from './rows.ts';
import { listSettings } from './settings.ts';
import { toSource } from './sourceRows.ts';
import { toSubscription } from './subscriptionRows.ts';

interface FollowedCalendar {
  readonly url: string;
  readonly title: string;
  readonly timeZone: string;
  readonly validators: Validators;
}

/** Of servers that did not remove the bot. */
export interface SetUp {
  /** A server that only follows sources has the default. */
  readonly settings: readonly GuildSettings[];
  /** Without those that are paused. */
  readonly subscriptions: readonly Subscription[];
  /** Each followed by a subscription; what is only recommended of a site is never read. */
  readonly sources: readonly Source[];
  readonly calendars: readonly FollowedCalendar[];
  /** What follows `/cal/` in the address of a programme that somebody may subscribe to; secret. Unset: there is none yet. */
  readonly calendarFile?: string;
  /** Asking is all it can. */
  readonly hostPauses: Pick<HostPauses, 'find'>;
}

/** @param databasePath of a database with this version's schema */
export async function readSetUp(databasePath: string): Promise<SetUp> {
  const connection = openConnection(databasePath, true);
  const read = createQueries(connection);
  try {
    const gone = read.selectFrom('guildDepartures').select('guildId');
    const rows = await read
      .selectFrom('subscriptions')
      .selectAll()
      .where('pausedAt', 'is', null)
      .where('guildId', 'not in', gone)
      .execute();
    const known = await read.selectFrom('guildSettings').select('guildId').where('guildId', 'not in', gone).execute();
    const guildIds = [...new Set([...known, ...rows].map(({ guildId }) => guildId))];
    const chosen = await listSettings(read, guildIds);
    const sources = await read
      .selectFrom('sources')
      .selectAll()
      .where('id', 'in', [...new Set(rows.map(({ sourceId }) => sourceId))])
      .where('kind', '!=', 'recommended')
      .orderBy('id')
      .execute();
    const calendars = await read
      .selectFrom('calendars')
      .select(['url', 'title', 'timeZone', 'etag', 'lastModified', 'validatorsUrl'])
      .where('guildId', 'not in', gone)
      .orderBy('id')
      .execute();
    const link = await read
      .selectFrom('calendarLinks')
      .select('token')
      .where('guildId', 'not in', gone)
      .executeTakeFirst();
    const hostPauses = createHostPauses({ read, write: read });
    // Asked once while the connection is open, so that it is known afterwards.
    await hostPauses.find('', 0);
    return {
      settings: guildIds.map((guildId) => chosen.get(guildId) ?? defaultSettings(guildId)),
      subscriptions: rows.map(toSubscription),
      sources: sources.map(toSource),
      calendars: calendars.map(({ etag, lastModified, validatorsUrl, ...calendar }) => ({
        ...calendar,
        validators: withoutNulls({ etag, lastModified, url: validatorsUrl }),
      })),
      ...(link ? { calendarFile: `${link.token}.ics` } : {}),
      hostPauses,
    };
  } finally {
    await read.destroy();
    connection.close();
  }
}
