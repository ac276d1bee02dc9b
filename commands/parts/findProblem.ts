// Whether articles can be posted in a channel, asked before they are, so that a moderator hears at once what is missing.

import type { ChannelKind } from '../../src/domain/channelKind.ts';
import type { ChannelId, GuildId } from '../../src/domain/ids.ts';
import { permissionsToPost } from '../../src/domain/permission.ts';
import type { Guilds } from '../../src/ports/guilds.ts';
import type { ChannelProblem } from '../../src/views/channelProblem.ts';

/** Undefined when nothing is in the way. @param kind of the channel, where it is known */
export function findProblem(
  guilds: Pick<Guilds, 'checkChannel'>,
  guildId: GuildId,
  channelId: ChannelId,
  hasThreads: boolean,
  kind?: ChannelKind,
): ChannelProblem | undefined {
  const readiness = guilds.checkChannel(guildId, channelId, permissionsToPost(hasThreads, kind));
  switch (readiness.kind) {
    case 'ready':
      return undefined;
    case 'missing':
      return { channelId, missing: readiness.permissions };
    case 'gone':
      return { channelId, missing: [] };
  }
}
