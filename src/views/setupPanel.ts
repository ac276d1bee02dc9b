// The panel of /setup: one message that edits itself, a few short steps, each with what is chosen so far and the menus to change it.

import type { APIComponentInContainer } from 'discord-api-types/v10';
import { ChannelType, ComponentType } from 'discord-api-types/v10';
import type { Instant } from '../domain/ids.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { zoneCity, zoneName, zoneRegions } from '../kit/zoneNames.ts';
import { actionButton, buttonRow, confirmButton, container, present, selectRow, textBlock } from './blocks.ts';
import { type ChannelProblem, channelProblem } from './channelProblem.ts';
import { clockAt } from './days.ts';
import { type RoleProblem, roleProblem } from './roleProblem.ts';
import { choicesInWords, languageName } from './setupSaved.ts';
import { escapeLine, fittingLines } from './text.ts';

export const setupSteps = ['articles', 'sources', 'conferences', 'server', 'done'] as const;
/** zone: within the step of the server, once a region is chosen. */
export type SetupStep = (typeof setupSteps)[number] | 'zone';

const sourceLimit = 80;
const sourcesLimit = 600;
const zoneLimit = 60;
/** Of one menu. @see https://docs.discord.com/developers/components/reference#string-select */
const menuLimit = 25;

export interface SetupPanel {
  readonly step: SetupStep;
  readonly settings: GuildSettings;
  /** Those this server follows, the last one that was added first. */
  readonly sources: readonly { readonly id: number; readonly title: string }[];
  /** Those of the channels chosen that a menu may show as chosen. */
  readonly menuChannelIds: ReadonlySet<string>;
  /** What stands in the way in the channels chosen. */
  readonly problems: readonly ChannelProblem[];
  /** Why the role chosen is not reached; unset: it is. */
  readonly roleProblem?: RoleProblem | undefined;
  readonly languages: readonly string[];
  /** Of the region chosen; empty but in the step `zone`. */
  readonly zones: readonly string[];
  /** A zone the person may live in; unset: nothing tells. */
  readonly guessedZone?: string | undefined;
  /** Clickable mention of the command that lists conferences. */
  readonly conferencesCommand: string;
  /** What came of the last press, in finished sentences. */
  readonly outcome?: string | undefined;
  readonly now: Instant;
  readonly say: Say;
}

export function setupPanel(panel: SetupPanel): MessageView {
  const { step, problems, outcome, say } = panel;
  return {
    components: [
      container([
        textBlock(`### ${say('setupPanel.heading')}${stepMark(panel)}\n${progressInWords(panel)}`),
        ...controls[step](panel),
        ...problems.map((problem) => textBlock(channelProblem(problem, say))),
        ...(outcome === undefined ? [] : [textBlock(outcome)]),
        ...present(buttonRow(stepButtons(panel))),
      ]),
    ],
  };
}

/** " · step 2 of 4": a line that stands out is not heard by whoever has it read aloud. */
function stepMark({ step, say }: SetupPanel): string {
  const place = setupSteps.indexOf(step === 'zone' ? 'server' : step);
  const steps = setupSteps.indexOf('done');
  return place === steps ? '' : ` · ${say('setupPanel.step', { step: place + 1, steps })}`;
}

/** A line for each step, marked in words and signs alike; the one that is shown stands out. */
function progressInWords({ step, settings, sources, say }: SetupPanel): string {
  const [articles = '', conferences = '', alerts = '', , , language = '', zone = ''] = choicesInWords(settings, say);
  const { length: count } = sources;
  const followed = count === 0 ? say('setupPanel.followedNone') : say('setupPanel.followed', { count });
  const lines = [
    { name: 'articles', isDone: settings.articlesChannelId !== undefined, text: articles },
    { name: 'sources', isDone: sources.length > 0, text: followed },
    { name: 'conferences', isDone: settings.conferencesChannelId !== undefined, text: conferences },
    { name: 'server', isDone: settings.alertsChannelId !== undefined, text: `${alerts} · ${language} · ${zone}` },
  ];
  return lines
    .map(({ name, isDone, text }, place) => {
      const isShown = name === step || (name === 'server' && step === 'zone');
      const line = `${isDone ? '✓' : '○'} ${place + 1}. ${text}`;
      return isShown ? `**${line}**` : line;
    })
    .join('\n');
}

type Controls = (panel: SetupPanel) => APIComponentInContainer[];

const controls: Readonly<Record<SetupStep, Controls>> = {
  articles: ({ settings: { articlesChannelId, pingRoleId, threads }, menuChannelIds, roleProblem: problem, say }) => [
    textBlock(say('setupPanel.articles')),
    channelRow('articles', articlesChannelId, menuChannelIds, say('setupPanel.articlesMenu')),
    roleRow(problem?.isGone ? undefined : pingRoleId, say('setupPanel.roleMenu')),
    ...(problem ? [textBlock(roleProblem(problem, say))] : []),
    ...present(
      buttonRow([
        actionButton(
          say(threads ? 'setupPanel.threadsOff' : 'setupPanel.threadsOn'),
          customId('setup', 'threads', threads ? 'off' : 'on'),
        ),
        pingRoleId === undefined ? undefined : actionButton(say('setupPanel.noRole'), customId('setup', 'noRole')),
      ]),
    ),
  ],
  sources: ({ step, settings, sources, say }) => [
    textBlock(say(settings.articlesChannelId === undefined ? 'setupPanel.sourcesLater' : 'setupPanel.sources')),
    ...(sources.length === 0
      ? []
      : [
          textBlock(
            fittingLines(
              sources.map(({ title }) => `- ${escapeLine(title, sourceLimit) || '…'}`),
              sourcesLimit,
            ).join('\n'),
          ),
        ]),
    ...present(
      buttonRow([
        settings.articlesChannelId === undefined
          ? undefined
          : actionButton(say('setupPanel.addSource'), customId('setup', 'addSource')),
        ...sources
          .slice(0, 1)
          .map(({ id }) => actionButton(say('setupPanel.preview'), customId('sources', 'preview', `${id}`))),
        postNewestButton({ step, settings, sources, say }),
      ]),
    ),
  ],
  conferences: ({ settings: { conferencesChannelId }, menuChannelIds, conferencesCommand, say }) => [
    textBlock(say('setupPanel.conferences', { command: conferencesCommand })),
    channelRow('conferences', conferencesChannelId, menuChannelIds, say('setupPanel.conferencesMenu')),
    ...noneRow('noConferences', conferencesChannelId, say('setupPanel.noConferences')),
  ],
  server: (panel) => [
    textBlock(panel.say('setupPanel.server')),
    channelRow('alerts', panel.settings.alertsChannelId, panel.menuChannelIds, panel.say('setupPanel.alertsMenu')),
    ...noneRow('noAlerts', panel.settings.alertsChannelId, panel.say('setupPanel.noAlerts')),
    ...present(languageRow(panel)),
    textBlock(clockInWords(panel)),
    ...present(regionRow(panel)),
    ...present(buttonRow(zoneButtons(panel))),
  ],
  zone: (panel) => [
    textBlock(clockInWords(panel)),
    ...present(regionRow(panel)),
    ...zoneRows(panel),
    ...present(buttonRow(zoneButtons(panel))),
  ],
  done: ({ step, settings, sources, say }) => [
    textBlock(
      choicesInWords(settings, say)
        .map((choice) => `- ${choice}`)
        .join('\n'),
    ),
    ...present(buttonRow([postNewestButton({ step, settings, sources, say })])),
  ],
};

function postNewestButton({ step, settings, sources, say }: Pick<SetupPanel, 'step' | 'settings' | 'sources' | 'say'>) {
  if (sources.length === 0 || settings.articlesChannelId === undefined) return undefined;
  return actionButton(say('setupPanel.postNewest'), customId('setup', 'postNewest', step));
}

/** Back, forth, and once more. Green is what goes on. */
function stepButtons({ step, problems, say }: SetupPanel) {
  const place = step === 'zone' ? setupSteps.indexOf('server') : setupSteps.indexOf(step);
  const [before, next] = [step === 'zone' ? 'server' : setupSteps[place - 1], setupSteps[place + 1]];
  const toStep = (name: string) => customId('setup', 'step', name);
  return [
    before === undefined ? undefined : actionButton(say('setupPanel.back'), toStep(before)),
    problems.length === 0 ? undefined : actionButton(say('setupPanel.recheck'), toStep(step)),
    next === undefined
      ? confirmButton(say('setupPanel.finish'), customId('setup', 'finish'))
      : confirmButton(say('setupPanel.next'), toStep(next)),
  ];
}

const announced = [ChannelType.GuildText, ChannelType.GuildAnnouncement];
const channelTypes = { articles: [...announced, ChannelType.GuildForum], conferences: announced, alerts: announced };

/** A channel that the menu cannot hold, such as a thread or one that is gone, is not shown as chosen: Discord breaks on it. */
function channelRow(
  action: keyof typeof channelTypes,
  chosen: string | undefined,
  menuChannelIds: ReadonlySet<string>,
  placeholder: string,
): APIComponentInContainer {
  const isShown = chosen !== undefined && menuChannelIds.has(chosen);
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.ChannelSelect,
        custom_id: customId('setup', action),
        placeholder,
        channel_types: channelTypes[action],
        ...(isShown ? { default_values: [{ id: chosen, type: 'channel' as never }] } : {}),
      },
    ],
  };
}

/** Nothing where nothing is chosen. */
function noneRow(action: string, chosen: string | undefined, label: string): APIComponentInContainer[] {
  return chosen === undefined ? [] : present(buttonRow([actionButton(label, customId('setup', action))]));
}

function roleRow(chosen: string | undefined, placeholder: string): APIComponentInContainer {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.RoleSelect,
        custom_id: customId('setup', 'role'),
        placeholder,
        ...(chosen === undefined ? {} : { default_values: [{ id: chosen, type: 'role' as never }] }),
      },
    ],
  };
}

function languageRow({ settings, languages, say }: SetupPanel) {
  const entries = languages.map((language) => ({
    label: languageName(language, say),
    value: language,
    isChosen: language === settings.language,
  }));
  return selectRow(customId('setup', 'language'), say('setupPanel.languageMenu'), entries);
}

function clockInWords({ settings: { timeZone }, now, say }: SetupPanel): string {
  return say('setupPanel.clock', {
    zone: escapeLine(zoneName(timeZone, say), zoneLimit),
    clock: clockAt(now, timeZone, say),
  });
}

function regionRow({ say }: SetupPanel) {
  const entries = zoneRegions.map((region) => ({ label: say(`zoneRegions.${region}`), value: region }));
  return selectRow(customId('setup', 'region'), say('setupPanel.regionMenu'), sorted(entries, say));
}

/** By name, as many menus as are needed; each says from where to where it reaches. */
function zoneRows({ zones, settings: { timeZone }, say }: SetupPanel) {
  const entries = sorted(
    zones.map((zone) => ({ label: zoneCity(zone, say), value: zone, isChosen: zone === timeZone })),
    say,
  );
  const menus = Array.from({ length: Math.ceil(entries.length / menuLimit) }, (_, place) =>
    entries.slice(place * menuLimit, (place + 1) * menuLimit),
  );
  return menus.flatMap((menu, place) => {
    const range = `${menu[0]?.label} – ${menu.at(-1)?.label}`;
    return present(selectRow(customId('setup', 'zone', `${place}`), range, menu));
  });
}

function zoneButtons({ guessedZone, settings, say }: SetupPanel) {
  const isGuess = guessedZone !== undefined && guessedZone !== settings.timeZone;
  return [
    isGuess
      ? actionButton(
          say('setupPanel.useZone', { zone: zoneName(guessedZone, say) }),
          customId('setup', 'useZone', guessedZone),
        )
      : undefined,
    actionButton(say('setupPanel.typeZone'), customId('setup', 'typeZone')),
  ];
}

/** By what is shown, in the order of the language. */
function sorted<Entry extends { readonly label: string }>(entries: readonly Entry[], { locale }: Say): Entry[] {
  return entries.toSorted((one, other) => one.label.localeCompare(other.label, locale));
}
