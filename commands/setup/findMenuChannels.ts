// Which of the channels a server has chosen a menu can show as chosen: those that are there and no threads.

import type { GuildSettings } from '../../src/domain/settings.ts';
import type { Guilds } from '../../src/ports/guilds.ts';

export function findMenuChannels(settings: GuildSettings, guilds: Pick<Guilds, 'kindOf'>): ReadonlySet<string> {
  const { articlesChannelId, conferencesChannelId, alertsChannelId } = settings;
  const chosen = [articlesChannelId, conferencesChannelId, alertsChannelId].filter((id) => id !== undefined);
  return new Set(chosen.filter((id) => !['thread', undefined].includes(guilds.kindOf(id))));
}
