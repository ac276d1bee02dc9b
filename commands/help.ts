// /help: what the bot does on this server, for the member who asks.

import type { GuildSettings } from '../src/domain/settings.ts';
import { type Asked, defineCommand } from '../src/kit/defineCommand.ts';
import { reply } from '../src/kit/result.ts';
import type { Settings } from '../src/ports/settings.ts';
import type { Subscriptions } from '../src/ports/subscriptions.ts';
import { helpPage } from '../src/views/helpPage.ts';
import { nextStep } from './parts/nextStep.ts';

interface HelpPorts {
  readonly settings: Settings;
  readonly subscriptions: Subscriptions;
}

const forMembers = ['articles latest', 'articles search', 'articles summary', 'conferences upcoming', 'help'] as const;
const forModerators = ['setup', 'sources add', 'sources list', 'status', 'programme import'] as const;

export const help = defineCommand({
  name: 'help',
  access: 'members',
  visibility: 'private',
  options: {},
  async run(input, ports: HelpPorts) {
    const { guildId, guildName, member, say, mention } = input;
    const settings = await ports.settings.get(guildId);
    const followed = await ports.subscriptions.list(guildId);
    const names = member.mayManage ? forModerators : forMembers;
    return reply(
      helpPage({
        guildName,
        features: followed.length === 0 ? [] : featuresOf(settings, input),
        commands: names.map((name) => ({
          mention: mention(name),
          does: say(`commands.${name.replace(' ', '.')}.description`),
        })),
        ...(member.mayManage ? { nextStep: nextStep(settings, followed.length, input) } : {}),
        say,
      }),
    );
  },
});

/** A channel is named only to those who may see it. */
function featuresOf({ articlesChannelId, threads }: GuildSettings, { member, say }: Asked): string[] {
  const isVisible = articlesChannelId !== undefined && member.visibleChannelIds.has(articlesChannelId);
  return [
    isVisible ? say('help.articlesOn', { channel: `<#${articlesChannelId}>` }) : say('help.articlesOnHidden'),
    ...(threads ? [say('help.discussionsOn')] : []),
    say('help.programmeOn'),
  ];
}
