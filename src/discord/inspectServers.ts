// What the bot may do on its servers, asked for by requests instead of a login, and judged by the same computation as while it runs.

import { Client, type ClientUser, DiscordAPIError, GatewayIntentBits } from 'discord.js';
import type { ChannelId, GuildId, UserId } from '../domain/ids.ts';
import type { Guilds } from '../ports/guilds.ts';
import { createGuilds } from './createGuilds.ts';
import type { RestSettings } from './createRest.ts';
import { patientRestOptions } from './inspectBot.ts';

export interface Servers extends Pick<Guilds, 'checkChannel' | 'kindOf'> {
  /**
   * To be called before anything of the server is judged.
   *
   * @param channelIds threads among them are looked at, too
   * @returns the server's name; undefined where the bot is not on it
   * @throws where Discord gives no answer
   */
  look(guildId: GuildId, channelIds: readonly ChannelId[]): Promise<string | undefined>;
  close(): Promise<void>;
}

export function createServers(token: string, settings: RestSettings, ownId: UserId): Servers {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: patientRestOptions(settings) });
  client.rest.setToken(token);
  const { checkChannel, kindOf } = createGuilds(client);
  return {
    checkChannel,
    kindOf,
    async look(guildId, channelIds) {
      const guild = await unlessRefused(() => client.guilds.fetch({ guild: guildId, withCounts: false }));
      const self = await unlessRefused(async () => guild?.members.fetch({ user: ownId }));
      if (!guild || !self) return undefined;
      // What a login would have told.
      client.user ??= self.user as ClientUser;
      await guild.channels.fetch();
      for (const id of channelIds) {
        if (!guild.channels.cache.has(id)) await unlessRefused(() => client.channels.fetch(id));
      }
      return guild.name;
    },
    close: () => client.destroy(),
  };
}

async function unlessRefused<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)) return undefined;
    throw error;
  }
}
