// What a server has chosen, what stands in the way, and the one step that comes next.

import type { GuildSettings } from '../domain/settings.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { zoneName } from '../kit/zoneNames.ts';
import { container, textBlock } from './blocks.ts';
import { type ChannelProblem, channelProblem } from './channelProblem.ts';
import { wordLocale } from './days.ts';
import { escapeLine } from './text.ts';

export interface SetupSaved {
  readonly settings: GuildSettings;
  /** False when nothing was changed: the choices are only shown. */
  readonly isChanged: boolean;
  readonly problems: readonly ChannelProblem[];
  /** What does not follow from the choices by itself, each in finished sentences. */
  readonly notes: readonly string[];
  /** What to do next, one sentence. */
  readonly nextStep: string;
  readonly say: Say;
}

/** Articles, conferences, alerts, who is mentioned, discussions, language and time zone: one finished line each. */
export function choicesInWords(settings: GuildSettings, say: Say): string[] {
  const channel = (id: string | undefined) => (id === undefined ? say('setup.none') : `<#${id}>`);
  const { pingRoleId, language, timeZone } = settings;
  return [
    say('setup.articles', { channel: channel(settings.articlesChannelId) }),
    say('setup.conferences', { channel: channel(settings.conferencesChannelId) }),
    say('setup.alerts', { channel: channel(settings.alertsChannelId) }),
    say('setup.pingRole', { role: pingRoleId === undefined ? say('setup.nobody') : `<@&${pingRoleId}>` }),
    say(settings.threads ? 'setup.threadsOn' : 'setup.threadsOff'),
    say('setup.language', { language: languageName(language, say) }),
    say('setup.timeZone', { zone: escapeLine(zoneName(timeZone, say), 60) }),
  ];
}

export function setupSaved({ settings, isChanged, problems, notes, nextStep, say }: SetupSaved): MessageView {
  const problemTexts = problems.map((problem) => textBlock(channelProblem(problem, say)));
  const isSavedAllTheSame = isChanged && problems.length > 0;
  return {
    components: [
      container([
        textBlock(`### ${say(isChanged ? 'setup.saved' : 'setup.present')}`),
        textBlock(
          choicesInWords(settings, say)
            .map((choice) => `- ${choice}`)
            .join('\n'),
        ),
        ...problemTexts,
        ...(isSavedAllTheSame ? [textBlock(say('setup.savedAllTheSame'))] : []),
        ...notes.map(textBlock),
        textBlock(nextStep),
      ]),
    ],
  };
}

/** "English". */
export function languageName(language: string, say: Say): string {
  return new Intl.DisplayNames(wordLocale(say), { type: 'language', fallback: 'code' }).of(language) ?? language;
}
