// Whose eyes an answer is for.

import type { Asked } from '../../src/kit/defineCommand.ts';
import type { Scope } from '../../src/ports/articles.ts';

/** Members see articles only of channels they may view. */
export function scopeOf({ guildId, member }: Pick<Asked, 'guildId' | 'member'>): Scope {
  return { guildId, channelIds: member.visibleChannelIds };
}
