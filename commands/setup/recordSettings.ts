// Notes in the audit what a server had chosen, and what it has chosen now.

import type { GuildSettings } from '../../src/domain/settings.ts';
import type { Asked } from '../../src/kit/defineCommand.ts';
import type { Audit } from '../../src/ports/audit.ts';

export async function recordSettings(
  before: GuildSettings,
  after: GuildSettings,
  { guildId, member, now }: Pick<Asked, 'guildId' | 'member' | 'now'>,
  { audit }: { readonly audit: Audit },
): Promise<void> {
  const change = { kind: 'settings', before, after } as const;
  await audit.record({ guildId, userId: member.id, command: 'setup', options: {}, change, at: now });
}
