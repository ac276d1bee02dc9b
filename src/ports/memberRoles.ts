import type { GuildId, RoleId, UserId } from '../domain/ids.ts';

/** Roles that members give themselves, to be mentioned. */
export interface MemberRoles {
  /**
   * Whether members may have the role for the asking: the bot can give and take it, and it opens nothing that is closed to
   * others. From what Discord has told so far; makes no request.
   */
  mayManage(guildId: GuildId, roleId: RoleId): boolean;
  /**
   * Gives the role to a member who lacks it, takes it from one who has it.
   * @throws Refusal where the role may not be managed @throws Transient
   */
  toggle(guildId: GuildId, userId: UserId, roleId: RoleId): Promise<'added' | 'removed'>;
}
