// Each area of a server in one finished sentence: fine, or what to mend.

import type { Calendar } from '../../src/domain/calendar.ts';
import type { GuildSettings } from '../../src/domain/settings.ts';
import { hasThreads } from '../../src/domain/subscription.ts';
import type { Asked } from '../../src/kit/defineCommand.ts';
import type { Backups } from '../../src/ports/backups.ts';
import type { Calendars } from '../../src/ports/calendars.ts';
import type { Conferences } from '../../src/ports/conferences.ts';
import type { Guilds } from '../../src/ports/guilds.ts';
import type { Model } from '../../src/ports/model.ts';
import type { Outbox } from '../../src/ports/outbox.ts';
import type { Settings } from '../../src/ports/settings.ts';
import type { StoreHealth } from '../../src/ports/storeHealth.ts';
import type { FollowedSource, Subscriptions } from '../../src/ports/subscriptions.ts';
import { calendarName } from '../../src/views/calendarState.ts';
import { type ChannelProblem, channelProblem } from '../../src/views/channelProblem.ts';
import { roleProblem } from '../../src/views/roleProblem.ts';
import { escapeLine, timestamp } from '../../src/views/text.ts';
import { findProblem } from '../parts/findProblem.ts';
import { findProblems } from '../parts/findProblems.ts';
import { findRoleProblem } from '../parts/findRoleProblem.ts';

export interface AreaPorts {
  readonly settings: Settings;
  readonly guilds: Guilds;
  readonly subscriptions: Subscriptions;
  readonly outbox: Outbox;
  readonly conferences: Conferences;
  readonly calendars: Pick<Calendars, 'list'>;
  readonly storeHealth: Pick<StoreHealth, 'health'>;
  readonly backups: Pick<Backups, 'latest'>;
  readonly model: Pick<Model, 'condition'>;
}

/** Characters; a server follows at most twenty. */
const calendarNameLimit = 40;
/** Roles that hear nothing; the rest is named once these are mended. */
const rolesNamed = 2;
/** The same of channels that sources have of their own. */
const channelsNamed = 3;
/** How far ahead the programme is counted. */
const yearMs = 365 * 86_400_000;

export async function areasInWords(asked: Asked, ports: AreaPorts): Promise<{ name: string; text: string }[]> {
  const { say } = asked;
  return [
    { name: say('status.discord'), text: await discordInWords(asked, ports) },
    { name: say('status.sources'), text: await sourcesInWords(asked, ports) },
    { name: say('status.deliveries'), text: await deliveriesInWords(asked, ports) },
    { name: say('status.conferences'), text: await conferencesInWords(asked, ports) },
    { name: say('status.storage'), text: storageInWords(asked, ports) },
    ...modelInWords(asked, ports),
  ];
}

async function discordInWords({ say, guildId, mention }: Asked, ports: AreaPorts): Promise<string> {
  const { guilds, settings, subscriptions } = ports;
  if (!guilds.isKnown(guildId)) return say('status.notConnected');
  const chosen = await settings.get(guildId);
  const followed = await subscriptions.list(guildId);
  const roles = [undefined, ...followed.map(({ subscription }) => subscription)].flatMap(
    (choices) => findRoleProblem(chosen, guilds, choices) ?? [],
  );
  const own = listOwnProblems(chosen, followed, guilds);
  const toMend = [
    ...(chosen.articlesChannelId === undefined ? [say('status.noChannel', { command: mention('setup') })] : []),
    ...findProblems(chosen, guilds).map((problem) => channelProblem(problem, say)),
    ...own.map((problem) => channelProblem(problem, say)),
    ...(own.length === 0 ? [] : [say('status.ownChannels', { command: mention('sources edit') })]),
    ...[...new Set(roles.map((problem) => roleProblem(problem, say)))].slice(0, rolesNamed),
  ];
  return toMend.length === 0 ? say('status.fine') : [...new Set(toMend)].join(' ');
}

/** Of the channels that sources have of their own. */
function listOwnProblems(chosen: GuildSettings, followed: readonly FollowedSource[], guilds: Guilds): ChannelProblem[] {
  const { guildId, articlesChannelId, conferencesChannelId } = chosen;
  const active = followed.filter(
    ({ subscription: { channelId, pausedAt } }) =>
      pausedAt === undefined && channelId !== articlesChannelId && channelId !== conferencesChannelId,
  );
  const problems = active.flatMap(
    ({ subscription }) => findProblem(guilds, guildId, subscription.channelId, hasThreads(subscription, chosen)) ?? [],
  );
  return [...new Map(problems.map((problem) => [problem.channelId, problem])).values()].slice(0, channelsNamed);
}

async function sourcesInWords({ say, guildId, mention }: Asked, { subscriptions }: AreaPorts): Promise<string> {
  const followed = await subscriptions.list(guildId);
  if (followed.length === 0) return say('status.noSources', { command: mention('sources add') });
  const silent = followed.filter(({ source, subscription }) => source.trouble && subscription.pausedAt === undefined);
  if (silent.length === 0) return say('status.sourcesFine', { count: followed.length });
  return say('status.sourcesSilent', { count: silent.length, command: mention('sources list') });
}

async function deliveriesInWords({ say, guildId }: Asked, { outbox }: AreaPorts): Promise<string> {
  const { held, waiting, sent } = await outbox.count(guildId);
  if (held > 0) return say('status.deliveriesHeld', { count: held });
  if (waiting > 0) return say('status.deliveriesWaiting', { count: waiting });
  return sent === 0 ? say('status.fine') : say('status.deliveriesFine', { count: sent });
}

async function conferencesInWords({ say, guildId, now, mention }: Asked, ports: AreaPorts): Promise<string> {
  const silent = (await ports.calendars.list(guildId)).filter(({ trouble }) => trouble !== undefined);
  const { length: waiting } = await ports.conferences.listQuestions(guildId);
  const command = mention('programme confirm');
  const toMend = [
    ...(waiting === 0 ? [] : [say('status.conferencesWaiting', { count: waiting, command })]),
    ...(silent.length === 0
      ? []
      : [say('status.calendarsSilent', { count: silent.length, calendars: silent.map(shortName).join(', ') })]),
  ];
  if (toMend.length > 0) return toMend.join(' ');
  const { length } = await ports.conferences.listUpcoming(guildId, now, now + yearMs);
  if (length === 0) return say('status.noConferences', { command: mention('programme import') });
  return say('status.conferencesFine', { count: length });
}

function shortName(calendar: Calendar): string {
  return escapeLine(calendarName(calendar), calendarNameLimit);
}

/** Only where the people who run the bot gave it a model. */
function modelInWords({ say }: Asked, { model }: AreaPorts): { name: string; text: string }[] {
  const condition = model.condition();
  const about = (text: string) => [{ name: say('status.model'), text }];
  switch (condition.kind) {
    case 'off':
      return [];
    case 'fine':
      return about(say('status.fine'));
    case 'spent':
      return about(say('status.modelSpent'));
    case 'resting':
      return about(say('status.modelResting', { until: timestamp(condition.until, 'R') }));
  }
}

function storageInWords({ say }: Asked, { storeHealth, backups }: AreaPorts): string {
  const condition = storeHealth.health();
  if (condition.kind === 'failing') return say('status.storageFailing', { since: timestamp(condition.since, 'F') });
  const copy = backups.latest();
  return copy ? say('status.storageCopied', { at: timestamp(copy.at, 'R') }) : say('status.fine');
}
