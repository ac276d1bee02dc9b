// Who the bot is and where its gateway is.

import { applicationPayload } from '../payloads/guildPayload.ts';
import { userPayload } from '../payloads/userPayload.ts';
import { compareIds } from '../snowflake.ts';
import { type Call, ok, type RouteTable } from './call.ts';
import { refusals } from './restError.ts';

/** @see https://discord.com/developers/docs/resources/user#get-current-user-guilds */
const maxOwnGuilds = 200;

const application = ({ world }: Call) => ok(applicationPayload(world));

function ownGuilds({ world, query }: Call) {
  const [after, limit] = [query.get('after') ?? '0', Number(query.get('limit') ?? maxOwnGuilds)];
  const guilds = world.botGuilds.filter((guild) => compareIds(guild.id, after) > 0).slice(0, limit);
  const about = { icon: null, banner: null, owner: false, permissions: '0', features: [] };
  return ok(guilds.map(({ id, name }) => ({ id, name, ...about })));
}

export const identityRoutes: RouteTable = {
  'GET /gateway': ({ gatewayUrl }) => ok({ url: gatewayUrl }),
  'GET /gateway/bot': ({ gatewayUrl, gatewayTrouble: { sessionStarts } }) => {
    const { total, remaining, resetAfterMs } = sessionStarts;
    const session_start_limit = { total, remaining, reset_after: resetAfterMs, max_concurrency: 1 };
    return ok({ url: gatewayUrl, shards: 1, session_start_limit });
  },
  'GET /applications/@me': application,
  'GET /applications/{application_id}': application,
  'GET /oauth2/applications/@me': application,
  'GET /users/@me': ({ world }) =>
    ok({ ...userPayload(world.bot), mfa_enabled: false, locale: 'en-US', verified: true, email: null }),
  'GET /users/@me/guilds': ownGuilds,
  'GET /users/{user_id}': ({ world, params }) => {
    const person = world.people.get(params.user_id ?? '');
    if (!person) throw refusals.unknownUser();
    return ok(userPayload(person));
  },
};
