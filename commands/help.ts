// /help: what the bot does on this server, for the member who asks; and the way back to a form of any command that was refused.

import { Refusal } from '../src/domain/errors.ts';
import type { GuildSettings } from '../src/domain/settings.ts';
import { type Asked, defineCommand } from '../src/kit/defineCommand.ts';
import type { FormView } from '../src/kit/message.ts';
import { modal, reply } from '../src/kit/result.ts';
import type { Calendars } from '../src/ports/calendars.ts';
import type { RefusedForms } from '../src/ports/refusedForms.ts';
import type { Settings } from '../src/ports/settings.ts';
import type { Subscriptions } from '../src/ports/subscriptions.ts';
import { helpPage } from '../src/views/helpPage.ts';
import { nextStep } from './parts/nextStep.ts';

interface HelpPorts {
  readonly settings: Settings;
  readonly subscriptions: Subscriptions;
  readonly calendars: Pick<Calendars, 'list'>;
  readonly refusedForms: RefusedForms<FormView>;
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
    const calendars = await ports.calendars.list(guildId);
    const names = member.mayManage ? forModerators : forMembers;
    return reply(
      helpPage({
        guildName,
        features: featuresOf(settings, { articles: followed.length > 0, calendars: calendars.length > 0 }, input),
        commands: names.map((name) => ({
          mention: mention(name),
          does: say(`commands.${name.replace(' ', '.')}.description`),
        })),
        ...(member.mayManage ? { nextStep: nextStep(settings, followed.length, input) } : {}),
        say,
      }),
    );
  },
  opensForm: ['correct'],
  actions: {
    /** Of a form that was refused, of whatever command. */
    correct: async ({ id, guildId, mention }, { refusedForms }) => {
      const form = await refusedForms.find(id, guildId);
      if (!form) throw new Refusal('buttonOutlived', { command: mention('help') });
      return modal(form);
    },
  },
});

/** A channel is named only to those who may see it. */
function featuresOf(
  { articlesChannelId, conferencesChannelId, threads }: GuildSettings,
  isOn: { readonly articles: boolean; readonly calendars: boolean },
  { member, say }: Asked,
): string[] {
  const isVisible = (id: typeof articlesChannelId) => id !== undefined && member.visibleChannelIds.has(id);
  const articles = isVisible(articlesChannelId)
    ? say('help.articlesOn', { channel: `<#${articlesChannelId}>` })
    : say('help.articlesOnHidden');
  return [
    ...(isOn.articles ? [articles, ...(threads ? [say('help.discussionsOn')] : [])] : []),
    ...(isVisible(conferencesChannelId)
      ? [say('help.conferencesOn', { channel: `<#${conferencesChannelId}>` })]
      : isOn.articles || isOn.calendars
        ? [say('help.programmeOn')]
        : []),
    ...(isOn.calendars ? [say('help.calendarsOn')] : []),
  ];
}
