import type { GuildId, Instant, UserId } from '../domain/ids.ts';

/** One change a moderator made. */
export interface AuditEntry {
  readonly guildId: GuildId;
  readonly userId: UserId;
  /** The command as typed, e.g. `sources add`. */
  readonly command: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly at: Instant;
}

export interface Audit {
  record(entry: AuditEntry): Promise<void>;
}
