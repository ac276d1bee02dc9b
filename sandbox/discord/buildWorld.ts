// A world with ids, made of guild fixtures.

import { addGuild } from './addGuild.ts';
import type { GuildFixture } from './guildFixture.ts';
import { snowflake } from './snowflake.ts';
import { World } from './world.ts';

/** A world as it is before the bot logs in for the first time. The first guild names the bot. */
export function buildWorld(first: GuildFixture, others: readonly GuildFixture[] = []): World {
  const id = snowflake();
  const world = new World(id, `${Buffer.from(id).toString('base64url')}.sandbox.${'x'.repeat(38)}`);
  world.people.set(id, { id, name: first.botName, displayName: null, isBot: true, takesDirectMessages: false });
  for (const fixture of [first, ...others]) addGuild(world, fixture);
  return world;
}
