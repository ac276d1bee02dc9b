// What is broken on a server and can be mended by one press.

import type { GuildId } from '../../src/domain/ids.ts';
import type { Calendars } from '../../src/ports/calendars.ts';
import type { Guilds } from '../../src/ports/guilds.ts';
import type { Settings } from '../../src/ports/settings.ts';
import type { Subscriptions } from '../../src/ports/subscriptions.ts';
import type { ChannelStep, Mend } from '../../src/views/statusMends.ts';
import { findProblems } from '../parts/findProblems.ts';

export interface MendPorts {
  readonly settings: Pick<Settings, 'get'>;
  readonly guilds: Guilds;
  readonly subscriptions: Pick<Subscriptions, 'list'>;
  readonly calendars: Pick<Calendars, 'list'>;
}

/** Channels first: without them nothing else helps. A source that a moderator has paused is left in peace. */
export async function findMends(guildId: GuildId, ports: MendPorts): Promise<Mend[]> {
  const sources = (await ports.subscriptions.list(guildId)).flatMap(({ source, subscription: { pausedAt } }) =>
    source.trouble && pausedAt === undefined ? { kind: 'source' as const, source, trouble: source.trouble } : [],
  );
  const calendars = (await ports.calendars.list(guildId)).flatMap((calendar) =>
    calendar.trouble ? { kind: 'calendar' as const, calendar, trouble: calendar.trouble } : [],
  );
  return [...(await findMissingChannels(guildId, ports)), ...sources, ...calendars];
}

async function findMissingChannels(guildId: GuildId, { settings, guilds }: MendPorts): Promise<Mend[]> {
  // Of a server that cannot be seen at the moment every channel seems gone.
  if (!guilds.isKnown(guildId)) return [];
  const chosen = await settings.get(guildId);
  const gone = new Set(
    findProblems(chosen, guilds).flatMap(({ channelId, missing }) => (missing.length === 0 ? channelId : [])),
  );
  const steps: readonly [ChannelStep, boolean][] = [
    ['articles', chosen.articlesChannelId === undefined || gone.has(chosen.articlesChannelId)],
    ['conferences', chosen.conferencesChannelId !== undefined && gone.has(chosen.conferencesChannelId)],
    ['server', chosen.alertsChannelId !== undefined && gone.has(chosen.alertsChannelId)],
  ];
  return steps.flatMap(([step, isMissing]) => (isMissing ? { kind: 'channel' as const, step } : []));
}
