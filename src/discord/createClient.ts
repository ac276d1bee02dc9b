// The gateway client: the Guilds intent only, caches that do not grow with what members write, and polite connections.

import {
  type CacheFactory,
  type Channel,
  Client,
  type Collection,
  Events,
  GatewayIntentBits,
  type GuildBasedChannel,
  LimitedCollection,
  Options,
} from 'discord.js';
import type { Gate } from './createGate.ts';
import { type RestSettings, restOptions } from './createRest.ts';
import { PacedSharding } from './pacedSharding.ts';

/** Members kept besides the bot itself: enough for those who use a command at the same time. */
const cachedMembers = 100;

/** What the bot never asks about: one empty cache for all of them, where a thousand servers would have fifty thousand. */
const unkept = new Set([
  'MessageManager',
  'ThreadManager',
  'ReactionManager',
  'PresenceManager',
  'VoiceStateManager',
  'GuildEmojiManager',
  'GuildStickerManager',
]);
const nothing = new LimitedCollection<never, never>({ maxSize: 0 });

const limited = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  GuildMemberManager: { maxSize: cachedMembers, keepOverLimit: (member) => member.id === member.client.user.id },
  UserManager: { maxSize: cachedMembers, keepOverLimit: (user) => user.id === user.client.user.id },
});

const makeCache: CacheFactory = (managerType, holds, manager) =>
  unkept.has(managerType.name) ? nothing : limited(managerType, holds, manager);

/** A client that outlives a login that failed: discord.js would destroy it, and it would never again call itself ready. */
export class LastingClient extends Client {
  /** Called by a login that failed; closing is `close`. */
  override async destroy(): Promise<void> {}

  close(): Promise<void> {
    return super.destroy();
  }
}

export function createClient(settings: RestSettings, gate: Gate): LastingClient {
  const client = new LastingClient({
    intents: [GatewayIntentBits.Guilds],
    rest: restOptions(settings),
    ws: {
      buildStrategy: (manager) => new PacedSharding(manager, gate.pass),
      buildIdentifyThrottler: () => ({ waitForIdentify: gate.countLogin }),
    },
    makeCache,
  });
  client.on(Events.ChannelDelete, (channel) => channel.isDMBased() || forgetThreads(channel));
  return client;
}

/** Threads go with their channel, which Discord does not say one by one. */
function forgetThreads({ id, guild, client }: GuildBasedChannel): void {
  for (const channels of [guild.channels.cache, client.channels.cache] as Collection<string, Channel>[])
    channels.sweep((channel) => channel.isThread() && channel.parentId === id);
}
