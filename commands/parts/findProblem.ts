// Whether articles can be posted in a channel, asked before they are, so that a moderator hears at once what is missing.

import type { ChannelId, GuildId } from '../../src/domain/ids.ts';
import { permissionsToPost } from '../../src/domain/permission.ts';
import type { Guilds } from '../../src/ports/guilds.ts';
import type { ChannelProblem } from '../../src/views/channelProblem.ts';

/** Undefined when nothing is in the way. */
export function findProblem(
  guilds: Pick<Guilds, 'checkChannel' | 'kindOf'>,
  guildId: GuildId,
  channelId: ChannelId,
  hasThreads: boolean,
): ChannelProblem | undefined {
  const needed = permissionsToPost(hasThreads, guilds.kindOf(channelId));
  const readiness = guilds.checkChannel(guildId, channelId, needed);
  switch (readiness.kind) {
    case 'ready':
      return undefined;
    case 'missing':
      return { channelId, missing: readiness.permissions };
    case 'gone':
      return { channelId, missing: [] };
  }
}
