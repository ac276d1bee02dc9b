// Whether the role that articles mention hears of it.

import type { ChannelId } from '../../src/domain/ids.ts';
import type { GuildSettings } from '../../src/domain/settings.ts';
import { pingRoleOf, type SubscriptionChoices } from '../../src/domain/subscription.ts';
import type { Guilds } from '../../src/ports/guilds.ts';
import type { RoleProblem } from '../../src/views/roleProblem.ts';

/**
 * Undefined when nothing is in the way, or nobody is mentioned.
 *
 * @param choices of one source; without them: what holds for the whole server
 */
export function findRoleProblem(
  settings: GuildSettings,
  guilds: Pick<Guilds, 'checkRole'>,
  choices?: Pick<SubscriptionChoices, 'pingRoleId' | 'channelId'>,
): RoleProblem | undefined {
  const roleId = pingRoleOf(choices, settings);
  if (roleId === undefined) return undefined;
  const channelId: ChannelId | undefined = choices?.channelId ?? settings.articlesChannelId;
  const readiness = guilds.checkRole(settings.guildId, roleId, channelId);
  return readiness === 'ready' ? undefined : { roleId, isGone: readiness === 'gone' };
}
