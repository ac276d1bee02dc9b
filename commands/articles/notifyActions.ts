// The button of a card whose role members may have for the asking: to be mentioned with new articles, or no longer.

import { Refusal } from '../../src/domain/errors.ts';
import type { GuildId, RoleId } from '../../src/domain/ids.ts';
import { pingRoleOf } from '../../src/domain/subscription.ts';
import type { Pressed } from '../../src/kit/defineCommand.ts';
import { type Result, reply } from '../../src/kit/result.ts';
import type { MemberRoles } from '../../src/ports/memberRoles.ts';
import type { Settings } from '../../src/ports/settings.ts';
import type { Subscriptions } from '../../src/ports/subscriptions.ts';
import { notice } from '../../src/views/notice.ts';

export interface NotifyPorts {
  readonly settings: Settings;
  readonly subscriptions: Pick<Subscriptions, 'list'>;
  readonly memberRoles: MemberRoles;
}

export const notifyActions = {
  notify: async ({ id, guildId, member, say }: Pressed, ports: NotifyPorts): Promise<Result> => {
    const roleId = (await listMentioned(guildId, ports)).find((mentioned) => mentioned === id);
    if (roleId === undefined) throw new Refusal('roleNotMentioned');
    const change = await ports.memberRoles.toggle(guildId, member.id, roleId);
    return reply(notice(say(change === 'added' ? 'notify.on' : 'notify.off')));
  },
};

/** A button may be older than the choices: only a role that is still mentioned is given or taken. */
async function listMentioned(guildId: GuildId, ports: NotifyPorts): Promise<RoleId[]> {
  const settings = await ports.settings.get(guildId);
  const followed = await ports.subscriptions.list(guildId);
  const chosen = followed.map(({ subscription }) => pingRoleOf(subscription, settings));
  return [settings.pingRoleId, ...chosen].filter((role) => role !== undefined);
}
