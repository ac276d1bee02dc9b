// A guild, its channels, roles and members.

import { channelPayload, threadMemberPayload } from '../payloads/channelPayload.ts';
import { guildPayload, rolePayload } from '../payloads/guildPayload.ts';
import { memberPayload } from '../payloads/userPayload.ts';
import { mayView } from '../permissions.ts';
import { compareIds } from '../snowflake.ts';
import type { Guild } from '../state.ts';
import { getGuildFor } from './access.ts';
import { type Call, type Handler, ok, type Reply, type RouteTable } from './call.ts';
import { refusals } from './restError.ts';

const inGuild =
  (handler: (call: Call, guild: Guild) => Reply): Handler =>
  (call) =>
    handler(call, getGuildFor(call.world, call.params.guild_id));

function member({ world, params }: Call, guild: Guild): Reply {
  const userId = params.user_id === '@me' ? world.applicationId : (params.user_id ?? '');
  const found = guild.members.get(userId);
  if (!found) throw refusals.unknownMember();
  return ok(memberPayload(world.getPerson(userId), found));
}

function activeThreads({ world }: Call, guild: Guild): Reply {
  const threads = [...guild.channels.values()]
    .filter((channel) => channel.thread && !channel.thread.archived && mayView(world, world.applicationId, channel))
    .sort((left, right) => compareIds(right.id, left.id));
  return ok({
    threads: threads.map((thread) => channelPayload(world, thread)),
    members: threads
      .filter((thread) => thread.thread?.ownerId === world.applicationId)
      .map((thread) => threadMemberPayload(thread, world.applicationId)),
    has_more: false,
  });
}

export const guildRoutes: RouteTable = {
  'GET /guilds/{guild_id}': inGuild(({ query }, guild) => {
    const counts = { approximate_member_count: guild.members.size, approximate_presence_count: 1 };
    return ok({ ...guildPayload(guild), ...(query.get('with_counts') === 'true' ? counts : {}) });
  }),
  'GET /guilds/{guild_id}/channels': inGuild(({ world }, guild) => {
    const channels = [...guild.channels.values()].filter((channel) => !channel.thread);
    return ok(channels.map((channel) => channelPayload(world, channel)));
  }),
  'GET /guilds/{guild_id}/roles': inGuild((_call, guild) => ok([...guild.roles.values()].map(rolePayload))),
  'GET /guilds/{guild_id}/roles/{role_id}': inGuild(({ params }, guild) => {
    const role = guild.roles.get(params.role_id ?? '');
    if (!role) throw refusals.unknownRole();
    return ok(rolePayload(role));
  }),
  'GET /guilds/{guild_id}/members/{user_id}': inGuild(member),
  'GET /guilds/{guild_id}/threads/active': inGuild(activeThreads),
};
