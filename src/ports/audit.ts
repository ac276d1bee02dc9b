import type { AuditEntry, AuditRecord } from '../domain/auditedChange.ts';
import type { GuildId, Instant } from '../domain/ids.ts';

/** What moderators did. */
export interface Audit {
  record(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(guildId: GuildId, since: Instant): Promise<AuditRecord[]>;
  find(guildId: GuildId, id: number): Promise<AuditRecord | undefined>;
}
