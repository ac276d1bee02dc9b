// Notes in the audit what somebody did, as the command that does it is typed.

import type { AuditEntry } from '../../src/domain/auditedChange.ts';
import type { Asked } from '../../src/kit/defineCommand.ts';
import type { Audit } from '../../src/ports/audit.ts';

export async function record(
  command: string,
  options: AuditEntry['options'],
  { guildId, member, now }: Pick<Asked, 'guildId' | 'member' | 'now'>,
  { audit }: { readonly audit: Audit },
): Promise<void> {
  await audit.record({ guildId, userId: member.id, command, options, at: now });
}
