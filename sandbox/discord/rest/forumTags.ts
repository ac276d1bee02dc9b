// What Discord refuses about the tags of a forum's post.
// @see https://discord.com/developers/docs/topics/threads#forum-channel-fields

import { PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import type { Channel } from '../state.ts';
import type { World } from '../world.ts';
import { mayInChannel } from './access.ts';
import { invalidField, refusals } from './restError.ts';

/** @throws RestError for tags the forum does not have, for moderators' tags, and for none where one is required. */
export function checkTags(world: World, forum: Channel, wanted: readonly string[], before: readonly string[]): void {
  const mayUse = (id: string): boolean => !isModerated(forum, id) || mayInChannel(world, forum, Allow.ManageThreads);
  const known = new Set(forum.tags.map((tag) => tag.id));
  const unknownAt = wanted.findIndex((id) => !known.has(id));
  if (unknownAt >= 0) throw invalidField(['applied_tags', String(unknownAt)], 'BASE_TYPE_CHOICES', 'Unknown tag');
  const changed = [...wanted.filter((id) => !before.includes(id)), ...before.filter((id) => !wanted.includes(id))];
  if (!changed.every(mayUse)) throw refusals.missingPermissions();
  if (!forum.requiresTag || wanted.length > 0) return;
  throw forum.tags.some((tag) => mayUse(tag.id)) ? refusals.tagRequired() : refusals.onlyModeratedTags();
}

function isModerated(forum: Channel, tagId: string): boolean {
  return forum.tags.some((tag) => tag.id === tagId && tag.moderated);
}
