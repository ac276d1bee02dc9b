// The guild, its channels, roles and members.

import { channelPayload, threadMemberPayload } from '../payloads/channelPayload.ts';
import { guildPayload, rolePayload } from '../payloads/guildPayload.ts';
import { memberPayload } from '../payloads/userPayload.ts';
import { mayView } from '../permissions.ts';
import { compareIds } from '../snowflake.ts';
import { checkGuild } from './access.ts';
import { type Call, type Handler, ok, type RouteTable } from './call.ts';
import { refusals } from './restError.ts';

/** Refuses another guild's id before the handler runs. */
const inGuild =
  (handler: Handler): Handler =>
  (call) => {
    checkGuild(call.world, call.params.guild_id);
    return handler(call);
  };

function member({ world }: Call, userId: string | undefined) {
  const person = world.people.get(userId ?? '');
  if (!person) throw refusals.unknownMember();
  return ok(memberPayload(person));
}

export const guildRoutes: RouteTable = {
  'GET /guilds/{guild_id}': inGuild(({ world, query }) => {
    const counts = { approximate_member_count: world.people.size, approximate_presence_count: 1 };
    return ok({ ...guildPayload(world), ...(query.get('with_counts') === 'true' ? counts : {}) });
  }),
  'GET /guilds/{guild_id}/channels': inGuild(({ world }) => {
    const channels = [...world.channels.values()].filter((channel) => channel.guildId && !channel.thread);
    return ok(channels.map((channel) => channelPayload(world, channel)));
  }),
  'GET /guilds/{guild_id}/roles': inGuild(({ world }) => ok([...world.roles.values()].map(rolePayload))),
  'GET /guilds/{guild_id}/roles/{role_id}': inGuild(({ world, params }) => {
    const role = world.roles.get(params.role_id ?? '');
    if (!role) throw refusals.unknownRole();
    return ok(rolePayload(role));
  }),
  'GET /guilds/{guild_id}/members/{user_id}': inGuild((call) =>
    member(call, call.params.user_id === '@me' ? call.world.applicationId : call.params.user_id),
  ),
  'GET /guilds/{guild_id}/threads/active': inGuild(({ world }) => {
    const threads = [...world.channels.values()]
      .filter((channel) => channel.thread && !channel.thread.archived && mayView(world, world.applicationId, channel))
      .sort((left, right) => compareIds(right.id, left.id));
    return ok({
      threads: threads.map((thread) => channelPayload(world, thread)),
      members: threads
        .filter((thread) => thread.thread?.ownerId === world.applicationId)
        .map((thread) => threadMemberPayload(thread, world.applicationId)),
      has_more: false,
    });
  }),
};
