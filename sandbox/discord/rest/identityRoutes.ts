// Who the bot is and where its gateway is.

import { applicationPayload } from '../payloads/guildPayload.ts';
import { userPayload } from '../payloads/userPayload.ts';
import { type Call, ok, type RouteTable } from './call.ts';
import { refusals } from './restError.ts';

const sessionStartLimit = { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 };

const application = ({ world }: Call) => ok(applicationPayload(world));

export const identityRoutes: RouteTable = {
  'GET /gateway': ({ gatewayUrl }) => ok({ url: gatewayUrl }),
  'GET /gateway/bot': ({ gatewayUrl }) => ok({ url: gatewayUrl, shards: 1, session_start_limit: sessionStartLimit }),
  'GET /applications/@me': application,
  'GET /applications/{application_id}': application,
  'GET /oauth2/applications/@me': application,
  'GET /users/@me': ({ world }) =>
    ok({ ...userPayload(world.bot), mfa_enabled: false, locale: 'en-US', verified: true, email: null }),
  'GET /users/@me/guilds': ({ world }) =>
    ok([
      {
        id: world.guild.id,
        name: world.guild.name,
        icon: null,
        banner: null,
        owner: false,
        permissions: '0',
        features: [],
      },
    ]),
  'GET /users/{user_id}': ({ world, params }) => {
    const person = world.people.get(params.user_id ?? '');
    if (!person) throw refusals.unknownUser();
    return ok(userPayload(person));
  },
};
