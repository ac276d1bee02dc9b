// /setup: what a server has chosen. Without options a panel opens that walks through the choices; each option changes one at once.

import { Refusal } from '../../src/domain/errors.ts';
import type { GuildId } from '../../src/domain/ids.ts';
import type { GuildSettings } from '../../src/domain/settings.ts';
import { type AskedWithOptions, defineCommand, type Typing } from '../../src/kit/defineCommand.ts';
import { optional } from '../../src/kit/options.ts';
import { choices, type Result, reply } from '../../src/kit/result.ts';
import { type Say, sayIn, spokenLanguages } from '../../src/kit/translate.ts';
import { roleProblem } from '../../src/views/roleProblem.ts';
import { languageName, setupSaved } from '../../src/views/setupSaved.ts';
import { escapeLine } from '../../src/views/text.ts';
import { findProblems } from '../parts/findProblems.ts';
import { findRoleProblem } from '../parts/findRoleProblem.ts';
import { nextStep } from '../parts/nextStep.ts';
import { completeTimeZone, readTimeZone } from '../parts/timeZone.ts';
import { changeSettings } from './changeSettings.ts';
import { openPanel, opensForm, type PanelPorts, panelActions, panelForms } from './panelActions.ts';
import { sourcesElsewhere } from './sourcesElsewhere.ts';

const repeatedLimit = 100;

const options = {
  articles: optional.channel('text', 'announcement', 'forum', 'thread'),
  conferences: optional.channel('text', 'announcement'),
  alerts: optional.channel('text', 'announcement'),
  ping_role: optional.role(),
  threads: optional.choice('on', 'off'),
  language: optional.text({ completes: true }),
  time_zone: optional.text({ completes: true }),
};

export const setup = defineCommand({
  name: 'setup',
  access: 'moderators',
  visibility: 'private',
  auditsItself: true,
  options,
  async run(input, ports: PanelPorts) {
    const { guildId, say } = input;
    if (Object.values(input.options).every((value) => value === undefined)) return reply(await openPanel(input, ports));
    const settings = await changeSettings((before) => changed(before, input), input, ports);
    const followed = await ports.subscriptions.list(guildId);
    const problems = findProblems(settings, ports.guilds);
    const role = findRoleProblem(settings, ports.guilds);
    const notes = [
      role && roleProblem(role, say),
      input.options.articles && sourcesElsewhere(settings, followed, input),
    ].filter((note) => note !== undefined);
    const next = nextStep(settings, followed.length, input);
    return reply(setupSaved({ settings, isChanged: true, problems, notes, nextStep: next, say }));
  },
  opensForm,
  actions: panelActions,
  forms: panelForms,
  complete: {
    language: async ({ say }: Typing): Promise<Result> =>
      choices(spokenLanguages.map((language) => ({ name: languageChoice(language, say), value: language }))),
    time_zone: completeTimeZone,
  },
});

function changed(before: GuildSettings, { options: chosen, guildId, say }: AskedWithOptions<typeof options>) {
  const { articles, conferences, alerts, ping_role: role, threads, language, time_zone: timeZone } = chosen;
  const { pingRoleId: earlierRole, ...rest } = before;
  const pingRoleId = role === undefined ? earlierRole : isEveryone(role.id, guildId) ? undefined : role.id;
  return {
    ...rest,
    ...(articles ? { articlesChannelId: articles.id } : {}),
    ...(conferences ? { conferencesChannelId: conferences.id } : {}),
    ...(alerts ? { alertsChannelId: alerts.id } : {}),
    ...(pingRoleId ? { pingRoleId } : {}),
    ...(threads ? { threads: threads === 'on' } : {}),
    ...(language ? { language: normaliseLanguage(language, say) } : {}),
    ...(timeZone ? { timeZone: readTimeZone(timeZone) } : {}),
  } satisfies GuildSettings;
}

/** The role that is everybody has the server's own id; it stands for "mention nobody". */
function isEveryone(roleId: string, guildId: GuildId): boolean {
  return roleId === guildId;
}

/** "Deutsch (German)", so that both who speaks it and who chooses it finds it. */
function languageChoice(language: string, say: Say): string {
  const [own, name] = [languageName(language, sayIn(language)), languageName(language, say)];
  return own === name ? own : `${own} (${name})`;
}

/** By its code, or by its name in itself or in the language of whoever asks. */
function normaliseLanguage(typed: string, say: Say): string {
  const word = typed.trim().toLowerCase();
  const language = spokenLanguages.find((spoken) =>
    [spoken, languageName(spoken, sayIn(spoken)), languageName(spoken, say), languageChoice(spoken, say)].some(
      (name) => name.toLowerCase() === word,
    ),
  );
  if (language === undefined) throw new Refusal('languageUnknown', { typed: escapeLine(typed, repeatedLimit) });
  return language;
}
