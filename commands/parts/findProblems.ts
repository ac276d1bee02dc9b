// What stands in the way in the channels a server has chosen.

import type { GuildSettings } from '../../src/domain/settings.ts';
import type { Guilds } from '../../src/ports/guilds.ts';
import { findProblem } from './findProblem.ts';

/** A channel chosen for two purposes is named once. */
export function findProblems(settings: GuildSettings, guilds: Pick<Guilds, 'checkChannel' | 'kindOf'>) {
  const { articlesChannelId, conferencesChannelId, alertsChannelId, threads, guildId } = settings;
  const discussed = new Set([articlesChannelId, conferencesChannelId]);
  const chosen = new Set([articlesChannelId, conferencesChannelId, alertsChannelId].filter((id) => id !== undefined));
  return [...chosen].flatMap((id) => findProblem(guilds, guildId, id, threads && discussed.has(id)) ?? []);
}
