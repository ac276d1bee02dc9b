import type { ChannelKind } from '../domain/channelKind.ts';
import type { ChannelId, GuildId, RoleId } from '../domain/ids.ts';
import type { Permission } from '../domain/permission.ts';

/** Whether a channel can be used, from what Discord has told so far; makes no request. */
export type ChannelReadiness =
  | { readonly kind: 'ready'; readonly name: string }
  | { readonly kind: 'missing'; readonly name: string; readonly permissions: readonly Permission[] }
  | { readonly kind: 'gone' };

/** Whether a mention of a role reaches its members; `silent`: it is shown, and nobody is notified. `ready` also while nothing is known of its guild. */
export type RoleReadiness = 'ready' | 'silent' | 'gone';

export interface Guilds {
  /** True while the gateway is connected and has told about the guild. */
  isKnown(guildId: GuildId): boolean;
  /** Undefined where Discord has not told of the channel (an archived thread), or it is for something else than posts. */
  kindOf(channelId: ChannelId): ChannelKind | undefined;
  /** A channel that is the guild's own id stands for the guild itself: what is allowed there wherever it is. */
  checkChannel(guildId: GuildId, channelId: ChannelId, needed: readonly Permission[]): ChannelReadiness;
  /** @param channelId where the bot mentions it; unset or unknown: anywhere in the guild */
  checkRole(guildId: GuildId, roleId: RoleId, channelId: ChannelId | undefined): RoleReadiness;
}
