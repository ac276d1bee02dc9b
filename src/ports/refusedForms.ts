import type { GuildId, Instant } from '../domain/ids.ts';

/** Forms that were refused, with what was typed into them, so that nobody has to type it again. */
export interface RefusedForms<Form> {
  /** Also forgets what was kept too long ago. @returns an id that fits a custom_id */
  keep(guildId: GuildId, form: Form, now: Instant): Promise<string>;
  /** Undefined where it was forgotten, or is another guild's. */
  find(id: string, guildId: GuildId): Promise<Form | undefined>;
}
