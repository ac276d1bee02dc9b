// What the menus, buttons and forms of the /setup panel do. Each choice is saved at once: whoever closes the panel loses nothing.

import { Refusal } from '../../src/domain/errors.ts';
import type { ChannelId, DeliveryId, RoleId } from '../../src/domain/ids.ts';
import type { GuildSettings } from '../../src/domain/settings.ts';
import type { Asked, Filled, Pressed } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { modal, type Result, reply, update } from '../../src/kit/result.ts';
import { spokenLanguages } from '../../src/kit/translate.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { Outbox } from '../../src/ports/outbox.ts';
import { charactersOf } from '../../src/views/blocks.ts';
import { roleProblem } from '../../src/views/roleProblem.ts';
import { siteForm, typedZoneForm } from '../../src/views/setupForms.ts';
import { type SetupPanel, type SetupStep, setupPanel, setupSteps } from '../../src/views/setupPanel.ts';
import { setupSaved } from '../../src/views/setupSaved.ts';
import { messageTextLimit } from '../../src/views/text.ts';
import { findProblems } from '../parts/findProblems.ts';
import { findRoleProblem } from '../parts/findRoleProblem.ts';
import { addSource } from '../parts/following/addSource.ts';
import { followOffered, type OfferPorts } from '../parts/following/offerActions.ts';
import { nextStep } from '../parts/nextStep.ts';
import { guessTimeZone, readTimeZone, zonesOf } from '../parts/timeZone.ts';
import { changeSettings } from './changeSettings.ts';
import { findMenuChannels } from './findMenuChannels.ts';
import { lastAddedFirst } from './lastAddedFirst.ts';
import { postNewest } from './postNewest.ts';
import { sourcesElsewhere } from './sourcesElsewhere.ts';

export interface PanelPorts extends OfferPorts {
  readonly audit: Audit;
  readonly outbox: Pick<Outbox, 'takeBack'>;
}

type Choice = Partial<Omit<GuildSettings, 'guildId' | 'setUpBy'>>;
type Shown = Partial<Pick<SetupPanel, 'zones' | 'outcome'>>;

export const panelActions = {
  /** The button of the first word to a server, which goes once it has been used. */
  open: async (pressed: Pressed, ports: PanelPorts): Promise<Result> => {
    const view = await openPanel(pressed, ports);
    await ports.outbox.takeBack(pressed.id as DeliveryId, pressed.guildId, pressed.now);
    return reply(view);
  },
  step: async (pressed: Pressed, ports: PanelPorts): Promise<Result> =>
    update(await showPanel(stepOf(pressed.id), pressed, ports)),
  /** One step by itself, for a fault that /status has named. */
  show: async (pressed: Pressed, ports: PanelPorts): Promise<Result> =>
    reply(await showPanel(stepOf(pressed.id), pressed, ports)),
  articles: async (pressed: Pressed, ports: PanelPorts): Promise<Result> => {
    const settings = await changeSettings(
      (before) => ({ ...before, articlesChannelId: channelIn(pressed) }),
      pressed,
      ports,
    );
    const outcome = sourcesElsewhere(settings, await ports.subscriptions.list(pressed.guildId), pressed);
    return update(await showPanel('articles', pressed, ports, { outcome }));
  },
  conferences: (pressed: Pressed, ports: PanelPorts) =>
    choose({ conferencesChannelId: channelIn(pressed) }, 'conferences', pressed, ports),
  alerts: (pressed: Pressed, ports: PanelPorts) =>
    choose({ alertsChannelId: channelIn(pressed) }, 'server', pressed, ports),
  role: (pressed: Pressed, ports: PanelPorts) => {
    const [role] = pressed.values;
    // The role that is everybody has the server's own id.
    if (role === undefined || role === pressed.guildId) return chooseNone('pingRoleId', 'articles', pressed, ports);
    return choose({ pingRoleId: role as RoleId }, 'articles', pressed, ports);
  },
  noRole: (pressed: Pressed, ports: PanelPorts) => chooseNone('pingRoleId', 'articles', pressed, ports),
  noConferences: (pressed: Pressed, ports: PanelPorts) =>
    chooseNone('conferencesChannelId', 'conferences', pressed, ports),
  noAlerts: (pressed: Pressed, ports: PanelPorts) => chooseNone('alertsChannelId', 'server', pressed, ports),
  /** What the button said, whatever somebody chose since it was shown. */
  threads: async (pressed: Pressed, ports: PanelPorts): Promise<Result> =>
    pressed.id === 'on' || pressed.id === 'off'
      ? choose({ threads: pressed.id === 'on' }, 'articles', pressed, ports)
      : update(await showPanel('articles', pressed, ports)),
  language: async (pressed: Pressed, ports: PanelPorts): Promise<Result> => {
    const language = spokenLanguages.find((spoken) => spoken === pressed.values[0]);
    if (language === undefined) throw outlived(pressed);
    return choose({ language }, 'server', pressed, ports);
  },
  region: async (pressed: Pressed, ports: PanelPorts): Promise<Result> =>
    update(await showPanel('zone', pressed, ports, { zones: zonesOf(pressed.values[0] ?? '') })),
  zone: (pressed: Pressed, ports: PanelPorts) => chooseZone(pressed.values[0] ?? '', pressed, ports),
  useZone: (pressed: Pressed, ports: PanelPorts) => chooseZone(pressed.id, pressed, ports),
  typeZone: async ({ say }: Pressed): Promise<Result> => modal(typedZoneForm(say)),
  addSource: async ({ say }: Pressed): Promise<Result> => modal(siteForm(say)),
  postNewest: async (pressed: Pressed, ports: PanelPorts): Promise<Result> => {
    const outcome = await postNewest(pressed, ports);
    return update(await showPanel(stepOf(pressed.id), pressed, ports, { outcome }));
  },
  choose: followBelowPanel,
  followPage: followBelowPanel,
  finish: async (pressed: Pressed, ports: PanelPorts): Promise<Result> => {
    const settings = await ports.settings.get(pressed.guildId);
    const { length: sourceCount } = await ports.subscriptions.list(pressed.guildId);
    const problems = findProblems(settings, ports.guilds);
    const next = nextStep(settings, sourceCount, pressed);
    const role = findRoleProblem(settings, ports.guilds);
    const notes = role ? [roleProblem(role, pressed.say)] : [];
    return update(setupSaved({ settings, isChanged: false, problems, notes, nextStep: next, say: pressed.say }));
  },
};

/** Those of `panelActions` that open a form. */
export const opensForm = ['typeZone', 'addSource'];

export const panelForms = {
  typedZone: (filled: Filled, ports: PanelPorts) => chooseZone(filled.fields.timeZone ?? '', filled, ports),
  /** What was found is shown below the panel, with its own menu where several feeds fit. */
  site: async (filled: Filled, ports: PanelPorts): Promise<Result> => {
    const { articlesChannelId: channelId } = await ports.settings.get(filled.guildId);
    if (channelId === undefined) throw new Refusal('channelMissing', { command: filled.mention('setup') });
    const { url = '' } = filled.fields;
    const found = await addSource(url, { channelId, backfill: 0 }, filled, ports, 'setup');
    return update(await belowPanel(found, filled, ports));
  },
};

/** The first step that is not done, so that an interrupted setup goes on where it was. */
export async function openPanel(asked: Asked, ports: PanelPorts): Promise<MessageView> {
  const settings = await ports.settings.get(asked.guildId);
  const { length: sourceCount } = await ports.subscriptions.list(asked.guildId);
  const steps: readonly [SetupStep, boolean][] = [
    ['articles', settings.articlesChannelId !== undefined],
    ['sources', sourceCount > 0],
    // Whoever chose a place for alerts went past the conferences, and wants none announced.
    ['conferences', settings.conferencesChannelId !== undefined || settings.alertsChannelId !== undefined],
    ['server', settings.alertsChannelId !== undefined],
  ];
  const [step = 'done'] = steps.find(([, isDone]) => !isDone) ?? [];
  return showPanel(step, asked, ports);
}

async function showPanel(step: SetupStep, asked: Asked, ports: PanelPorts, shown: Shown = {}): Promise<MessageView> {
  const { guildId, member, now, say, mention } = asked;
  const settings = await ports.settings.get(guildId);
  const followed = lastAddedFirst(await ports.subscriptions.list(guildId));
  const sources = followed.map(({ source: { id, title } }) => ({ id, title }));
  return setupPanel({
    ...{ step, settings, sources, now, say },
    menuChannelIds: findMenuChannels(settings, ports.guilds),
    problems: findProblems(settings, ports.guilds),
    roleProblem: findRoleProblem(settings, ports.guilds),
    languages: spokenLanguages,
    zones: [],
    guessedZone: guessTimeZone(member.locale),
    conferencesCommand: mention('conferences upcoming'),
    ...shown,
  });
}

/** Where both are too long for one message, what was found stands alone: choosing from it brings the panel back. */
async function belowPanel(found: MessageView, asked: Asked, ports: PanelPorts): Promise<MessageView> {
  const panel = await showPanel('sources', asked, ports);
  const components = [...panel.components, ...found.components];
  return charactersOf(components) > messageTextLimit ? found : { ...found, components };
}

/** Of the feeds or the page that a site offered, below the panel that goes on. */
async function followBelowPanel(pressed: Pressed, ports: PanelPorts): Promise<Result> {
  return update(await belowPanel(await followOffered(pressed, ports), pressed, ports));
}

async function choose(choice: Choice, step: SetupStep, asked: Asked, ports: PanelPorts): Promise<Result> {
  await changeSettings((before) => ({ ...before, ...choice }), asked, ports);
  return update(await showPanel(step, asked, ports));
}

/** Takes back a choice that a server may do without. */
async function chooseNone(
  name: 'conferencesChannelId' | 'alertsChannelId' | 'pingRoleId',
  step: SetupStep,
  asked: Asked,
  ports: PanelPorts,
): Promise<Result> {
  await changeSettings(({ [name]: _, ...rest }) => rest, asked, ports);
  return update(await showPanel(step, asked, ports));
}

async function chooseZone(typed: string, asked: Asked, ports: PanelPorts): Promise<Result> {
  return choose({ timeZone: readTimeZone(typed) }, 'server', asked, ports);
}

function channelIn({ values: [id], ...pressed }: Pressed): ChannelId {
  if (id === undefined) throw outlived(pressed);
  return id as ChannelId;
}

function stepOf(id: string): SetupStep {
  return setupSteps.find((step) => step === id) ?? 'server';
}

function outlived({ mention }: Pick<Asked, 'mention'>): Refusal {
  return new Refusal('buttonOutlived', { command: mention('setup') });
}
