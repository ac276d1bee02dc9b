// All SQL of guild_settings.

import type { GuildId } from '../domain/ids.ts';
import { defaultSettings, type GuildSettings } from '../domain/settings.ts';
import type { Settings } from '../ports/settings.ts';
import { moveAlerts, moveProgramme } from './outboxMoves.ts';
import { followTimeZone } from './reminderTable.ts';
import { withoutNulls } from './rows.ts';
import type { Connections, Db, GuildSettingsTable } from './schema.ts';

export function createSettings({ read, write }: Connections): Settings {
  return {
    async get(guildId) {
      const settings = await listSettings(read, [guildId]);
      return settings.get(guildId) ?? defaultSettings(guildId);
    },

    change(guildId, choose, now) {
      return write.transaction().execute(async (tx) => {
        const known = (await listSettings(tx, [guildId])).get(guildId);
        const before = known ?? defaultSettings(guildId);
        const after = choose(before);
        const row = toRow(after);
        await tx
          .insertInto('guildSettings')
          .values(row)
          .onConflict((conflict) => conflict.column('guildId').doUpdateSet(row))
          .execute();
        await moveProgramme(tx, before, after);
        if (known?.timeZone !== after.timeZone) await followTimeZone(tx, guildId, after.timeZone);
        const isToldElsewhere = (['alertsChannelId', 'setUpBy'] as const).some((key) => before[key] !== after[key]);
        if (isToldElsewhere) await moveAlerts(tx, after, now);
        return { before, after };
      });
    },
  };
}

/** The settings of those guilds that have been set up. */
export async function listSettings(db: Db, guildIds: readonly GuildId[]): Promise<Map<GuildId, GuildSettings>> {
  const rows = await db.selectFrom('guildSettings').selectAll().where('guildId', 'in', guildIds).execute();
  return new Map(rows.map((row) => [row.guildId, { ...withoutNulls(row), threads: row.threads === 1 }]));
}

function toRow(settings: GuildSettings): GuildSettingsTable {
  return {
    guildId: settings.guildId,
    articlesChannelId: settings.articlesChannelId ?? null,
    conferencesChannelId: settings.conferencesChannelId ?? null,
    alertsChannelId: settings.alertsChannelId ?? null,
    pingRoleId: settings.pingRoleId ?? null,
    threads: settings.threads ? 1 : 0,
    language: settings.language,
    timeZone: settings.timeZone,
    setUpBy: settings.setUpBy ?? null,
  };
}
