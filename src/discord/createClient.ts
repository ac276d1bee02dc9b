// The gateway client: the Guilds intent only, and caches that do not grow with what members write.

import { Client, GatewayIntentBits, Options } from 'discord.js';
import { type RestSettings, restOptions } from './createRest.ts';

/** Members kept besides the bot itself: enough for those who use a command at the same time. */
const cachedMembers = 100;

export function createClient(settings: RestSettings): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: restOptions(settings),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildMemberManager: { maxSize: cachedMembers, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: cachedMembers, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  });
}
