// The tags of a forum post: those of the forum that are called as the article's categories are.

import type { ForumTag, Place } from '../domain/place.ts';

/** @see https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel "limited to 5" */
const tagLimit = 5;

/** @returns ids; undefined where the forum asks for a tag and has none the bot may set */
export function chooseTags(
  categories: readonly string[],
  { tags, requiresTag, mayManageThreads }: Pick<Place, 'tags' | 'requiresTag' | 'mayManageThreads'>,
): readonly string[] | undefined {
  const settable = tags.filter(({ isModerated }) => !isModerated || mayManageThreads);
  const wanted = new Set(categories.map(spelled));
  const fitting = settable.filter(({ name }) => wanted.has(spelled(name)));
  // Where a tag must be, and none fits, the forum's first one is as good as any.
  const chosen = fitting.length === 0 && requiresTag ? firstOf(settable) : fitting;
  if (requiresTag && chosen.length === 0) return undefined;
  return chosen.slice(0, tagLimit).map(({ id }) => id);
}

/** One that every member could have set comes before a moderated one. */
function firstOf(tags: readonly ForumTag[]): readonly ForumTag[] {
  const first = tags.find(({ isModerated }) => !isModerated) ?? tags[0];
  return first === undefined ? [] : [first];
}

function spelled(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
