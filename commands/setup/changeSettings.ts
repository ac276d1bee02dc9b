// Changes what a server has chosen, and notes in the audit how it was and how it became.

import { isChanged } from '../../src/domain/auditedChange.ts';
import type { GuildSettings } from '../../src/domain/settings.ts';
import type { Asked } from '../../src/kit/defineCommand.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { Settings } from '../../src/ports/settings.ts';

/** @param choose given what is chosen at that moment, so that two moderators at once lose nothing to each other. @returns what is chosen now */
export async function changeSettings(
  choose: (before: GuildSettings) => GuildSettings,
  { guildId, member, now }: Pick<Asked, 'guildId' | 'member' | 'now'>,
  { settings, audit }: { readonly settings: Settings; readonly audit: Audit },
): Promise<GuildSettings> {
  const changed = await settings.change(guildId, (before) => ({ ...choose(before), setUpBy: member.id }), now);
  const change = { kind: 'settings', ...changed } as const;
  if (isChanged(change)) {
    await audit.record({ guildId, userId: member.id, command: 'setup', options: {}, change, at: now });
  }
  return changed.after;
}
