// Whether the role a server has chosen hears of it when it is mentioned.

import type { GuildSettings } from '../../src/domain/settings.ts';
import type { Guilds } from '../../src/ports/guilds.ts';
import type { RoleProblem } from '../../src/views/roleProblem.ts';

/** Undefined when nothing is in the way, or nobody is mentioned. */
export function findRoleProblem(settings: GuildSettings, guilds: Pick<Guilds, 'checkRole'>): RoleProblem | undefined {
  const { guildId, pingRoleId: roleId, articlesChannelId } = settings;
  const readiness = roleId === undefined ? 'ready' : guilds.checkRole(guildId, roleId, articlesChannelId);
  return roleId === undefined || readiness === 'ready' ? undefined : { roleId, isGone: readiness === 'gone' };
}
