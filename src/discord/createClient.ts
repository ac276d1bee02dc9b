// The gateway client: the Guilds intent only, caches that do not grow with what members write, and polite connections.

import { Client, GatewayIntentBits, Options } from 'discord.js';
import type { Gate } from './createGate.ts';
import { type RestSettings, restOptions } from './createRest.ts';
import { PacedSharding } from './pacedSharding.ts';

/** Members kept besides the bot itself: enough for those who use a command at the same time. */
const cachedMembers = 100;

/** A client that outlives a login that failed: discord.js would destroy it, and it would never again call itself ready. */
export class LastingClient extends Client {
  /** Called by a login that failed; closing is `close`. */
  override async destroy(): Promise<void> {}

  close(): Promise<void> {
    return super.destroy();
  }
}

export function createClient(settings: RestSettings, gate: Gate): LastingClient {
  return new LastingClient({
    intents: [GatewayIntentBits.Guilds],
    rest: restOptions(settings),
    ws: {
      buildStrategy: (manager) => new PacedSharding(manager, gate.pass),
      buildIdentifyThrottler: () => ({ waitForIdentify: gate.countLogin }),
    },
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
