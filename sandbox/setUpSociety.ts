// What a moderator does first, done once so that a newcomer sees a card at once: channels, the feed, the calendar.

import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { LocalDiscord } from './discord/localDiscordInterface.ts';
import type { SampleSite } from './site/sampleSite.ts';

/** A slow machine loads much for the first command. Milliseconds. */
const patienceMs = 60_000;

export async function setUpSociety(discord: LocalDiscord, site: SampleSite): Promise<void> {
  const asModerator = { user: 'moderator', channel: 'moderators', timeoutMs: patienceMs } as const;
  const channelOption = (name: string, channel: string) => ({
    type: ApplicationCommandOptionType.Channel as const,
    name,
    value: discord.channel(channel).id,
  });
  await discord.slash({
    ...asModerator,
    name: 'setup',
    options: [
      channelOption('articles', 'news'),
      channelOption('conferences', 'conferences'),
      channelOption('alerts', 'moderators'),
    ],
  });
  await discord.slash({
    ...asModerator,
    name: 'sources',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'add',
        options: [
          { type: ApplicationCommandOptionType.String, name: 'url', value: site.feedUrl },
          { type: ApplicationCommandOptionType.Integer, name: 'backfill', value: 2 },
        ],
      },
    ],
  });
  await discord.slash({
    ...asModerator,
    name: 'programme',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'import',
        options: [{ type: ApplicationCommandOptionType.String, name: 'url', value: site.calendarUrl }],
      },
    ],
  });
}
