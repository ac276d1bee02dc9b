// A source keeps the channel it was added with: whoever chooses another one for articles hears which sources do not follow.

import type { GuildSettings } from '../../src/domain/settings.ts';
import type { Asked } from '../../src/kit/defineCommand.ts';
import type { FollowedSource } from '../../src/ports/subscriptions.ts';

/** @returns undefined where all post in the channel for articles */
export function sourcesElsewhere(
  { articlesChannelId }: GuildSettings,
  followed: readonly FollowedSource[],
  { say, mention }: Pick<Asked, 'say' | 'mention'>,
): string | undefined {
  const { length: count } = followed.filter(({ subscription }) => subscription.channelId !== articlesChannelId);
  return count === 0 ? undefined : say('setup.elsewhere', { count, command: mention('sources edit') });
}
