// A forum's tag as state, from what a fixture or a moderator says about it.

import type { TagFixture } from './guildFixture.ts';
import { snowflake } from './snowflake.ts';
import type { ForumTag } from './state.ts';

/** @param id of the tag when it exists already */
export function forumTag({ name, moderated = false }: TagFixture, id: string = snowflake()): ForumTag {
  return { id, name, moderated };
}
