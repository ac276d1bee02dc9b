// The guild, its roles and the application as Discord sends them.

import type { APIGuild, APIRole, RoleFlags } from 'discord-api-types/v10';
import { mayView } from '../permissions.ts';
import type { Guild, Role } from '../state.ts';
import type { World } from '../world.ts';
import { channelPayload } from './channelPayload.ts';
import { memberPayload, userPayload } from './userPayload.ts';

export function rolePayload(role: Role): APIRole {
  return {
    id: role.id,
    name: role.name,
    permissions: role.permissions.toString(),
    position: role.position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: role.botId !== undefined,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0 as RoleFlags,
    ...(role.botId ? { tags: { bot_id: role.botId } } : {}),
  };
}

export function guildPayload(guild: Guild): Record<string, unknown> & Pick<APIGuild, 'id' | 'name'> {
  const { id, name, ownerId, locale, systemChannelId } = guild;
  return {
    id,
    name,
    owner_id: ownerId,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: systemChannelId,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: [...guild.roles.values()].map(rolePayload),
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: locale,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  };
}

/** A guild as GUILD_CREATE tells of it. */
export function guildCreatePayload(world: World, guild: Guild): Record<string, unknown> {
  const channels = [...guild.channels.values()];
  const threads = channels.filter(
    (one) => one.thread && !one.thread.archived && mayView(world, world.applicationId, one),
  );
  const own = guild.members.get(world.applicationId);
  return {
    ...guildPayload(guild),
    joined_at: own?.joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    // Without the members intent only the bot itself is in the list.
    members: own ? [memberPayload(world.bot, own)] : [],
    channels: channels.filter((channel) => !channel.thread).map((channel) => channelPayload(world, channel)),
    threads: threads.map((thread) => channelPayload(world, thread)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    soundboard_sounds: [],
    guild_scheduled_events: [...guild.scheduledEvents.values()],
  };
}

export function applicationPayload(world: World): Record<string, unknown> {
  return {
    id: world.applicationId,
    name: world.bot.name,
    icon: null,
    description: 'Runs against the local Discord.',
    type: null,
    flags: 0,
    flags_new: '0',
    bot: userPayload(world.bot),
    bot_public: false,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: userPayload(world.getPerson(world.guild.ownerId)),
    approximate_guild_count: world.botGuilds.length,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
  };
}
