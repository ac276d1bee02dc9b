import type { ConferenceDraft } from '../domain/conferenceDraft.ts';
import type { GuildId, Instant } from '../domain/ids.ts';

/** What moderators were shown and have not saved yet, kept so that its buttons work after a restart. */
export interface Drafts {
  /** Also forgets what was kept too long ago. @returns an id that fits a custom_id */
  keep(guildId: GuildId, draft: ConferenceDraft, now: Instant): Promise<string>;
  /** Undefined where it was forgotten, or is another guild's. */
  find(id: string, guildId: GuildId): Promise<ConferenceDraft | undefined>;
}
