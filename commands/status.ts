// /status: how everything is doing, what to mend, and a button where something waits for a mend.

import type { Calendar } from '../src/domain/calendar.ts';
import { isHoldReason, permissionsFor } from '../src/domain/delivery.ts';
import { Refusal } from '../src/domain/errors.ts';
import type { ChannelId, GuildId } from '../src/domain/ids.ts';
import { type Asked, defineCommand } from '../src/kit/defineCommand.ts';
import { type Result, reply } from '../src/kit/result.ts';
import type { Backups } from '../src/ports/backups.ts';
import type { Calendars } from '../src/ports/calendars.ts';
import type { Conferences } from '../src/ports/conferences.ts';
import type { Floods } from '../src/ports/floods.ts';
import type { Guilds } from '../src/ports/guilds.ts';
import type { Model } from '../src/ports/model.ts';
import type { HeldRoute, Outbox } from '../src/ports/outbox.ts';
import type { Settings } from '../src/ports/settings.ts';
import type { StoreHealth } from '../src/ports/storeHealth.ts';
import type { Subscriptions } from '../src/ports/subscriptions.ts';
import { charactersOf } from '../src/views/blocks.ts';
import { channelProblem } from '../src/views/channelProblem.ts';
import { floodQuestion } from '../src/views/floodQuestion.ts';
import { notice } from '../src/views/notice.ts';
import { permissionNames } from '../src/views/permissionNames.ts';
import { heldPlace } from '../src/views/routeHeldAlert.ts';
import { type HeldChannel, statusReport } from '../src/views/statusReport.ts';
import { escapeLine, messageTextLimit, timestamp } from '../src/views/text.ts';
import { findProblem } from './parts/findProblem.ts';

interface StatusPorts {
  readonly settings: Settings;
  readonly guilds: Guilds;
  readonly subscriptions: Subscriptions;
  readonly outbox: Outbox;
  readonly conferences: Conferences;
  readonly calendars: Pick<Calendars, 'list'>;
  readonly floods: Floods;
  readonly storeHealth: Pick<StoreHealth, 'health'>;
  readonly backups: Pick<Backups, 'latest'>;
  readonly model: Pick<Model, 'condition'>;
}

/** Characters; a server follows at most twenty. */
const calendarNameLimit = 40;
/** How far ahead the programme is counted. */
const yearMs = 365 * 86_400_000;

export const status = defineCommand({
  name: 'status',
  access: 'moderators',
  visibility: 'private',
  auditsItself: true,
  options: {},
  async run(input, ports: StatusPorts) {
    const { say, guildId } = input;
    const areas = [
      { name: say('status.discord'), text: await discordInWords(input, ports) },
      { name: say('status.sources'), text: await sourcesInWords(input, ports) },
      { name: say('status.deliveries'), text: await deliveriesInWords(input, ports) },
      { name: say('status.conferences'), text: await conferencesInWords(input, ports) },
      { name: say('status.storage'), text: storageInWords(input, ports) },
      ...modelInWords(input, ports),
    ];
    const held = (await listHeldHere(guildId, ports.outbox)).map(asHeldChannel);
    // A server without a channel for alerts is asked here.
    const [open] = await ports.floods.listOpen(guildId);
    const question = open ? floodQuestion({ ...open, isBelow: true, say }).components : [];
    const report = statusReport({ areas, held, room: messageTextLimit - charactersOf(question), say });
    return reply({ components: [...report.components, ...question] });
  },
  actions: {
    /** "Check again and post", also on alerts: looks at the channel as it is now. */
    recheck: async (input, ports: StatusPorts): Promise<Result> => {
      const { say, guildId, now } = input;
      const channelId = input.id.split('.')[0];
      if (!channelId) throw new Refusal('buttonOutlived', { command: input.mention('status') });
      const concern = (channelId as string) === guildId ? 'events' : 'posts';
      const channel = heldPlace({ channelId: channelId as ChannelId, concern }, say);
      const route = (await listHeldHere(guildId, ports.outbox)).find((held) => held.channelId === channelId);
      if (!route) return reply(notice(say('held.nothingWaiting', { channel })));
      // As it is now; what was planned may not know the channel yet.
      const kind = ports.guilds.kindOf(route.channelId) ?? route.delivery.targetKind;
      const needed = permissionsFor(route.delivery, kind);
      const readiness = ports.guilds.checkChannel(guildId, route.channelId, needed);
      // Of an archived thread Discord tells nothing by itself: only a try shows whether it is open.
      if (readiness.kind === 'gone' && route.delivery.targetKind !== 'thread')
        return reply(notice(say('held.stillGone')));
      if (readiness.kind === 'missing') {
        const permissions = permissionNames(readiness.permissions, say);
        const lacking = { channel, permissions, count: readiness.permissions.length };
        return reply(notice(say(concern === 'events' ? 'held.eventsStillMissing' : 'held.stillMissing', lacking)));
      }
      const released = await ports.outbox.releaseHeld(route.channelId, now);
      const going = concern === 'events' ? 'held.eventsReleased' : 'held.released';
      return reply(notice(say(going, { channel, count: released })));
    },
    /** "Post without discussions": what waits for a permission after its post is there is let be. */
    leaveOut: async ({ say, guildId, now, id, mention }, ports: StatusPorts): Promise<Result> => {
      const channelId = id.split('.')[0];
      if (!channelId) throw new Refusal('buttonOutlived', { command: mention('status') });
      const channel = `<#${channelId}>`;
      const route = (await listHeldHere(guildId, ports.outbox)).find((held) => held.channelId === channelId);
      const count = route ? await ports.outbox.leaveOut(route.channelId, now) : 0;
      return reply(
        notice(count === 0 ? say('held.nothingWaiting', { channel }) : say('held.leftOut', { channel, count })),
      );
    },
  },
});

async function listHeldHere(guildId: GuildId, outbox: Outbox): Promise<HeldRoute[]> {
  return (await outbox.listHeld()).filter((route) => route.guildId === guildId);
}

function asHeldChannel({ channelId, delivery, concern, waiting }: HeldRoute): HeldChannel {
  const reason = delivery.reason;
  return {
    channelId,
    deliveryId: delivery.id,
    reason: isHoldReason(reason) ? reason : 'refused',
    missing: delivery.missing ?? [],
    concern,
    waiting,
  };
}

async function discordInWords({ say, guildId, mention }: Asked, { guilds, settings }: StatusPorts): Promise<string> {
  if (!guilds.isKnown(guildId)) return say('status.notConnected');
  const { articlesChannelId, threads } = await settings.get(guildId);
  if (articlesChannelId === undefined) return say('status.noChannel', { command: mention('setup') });
  const problem = findProblem(guilds, guildId, articlesChannelId, threads);
  return problem === undefined ? say('status.fine') : channelProblem(problem, say);
}

async function sourcesInWords({ say, guildId, mention }: Asked, { subscriptions }: StatusPorts): Promise<string> {
  const followed = await subscriptions.list(guildId);
  if (followed.length === 0) return say('status.noSources', { command: mention('sources add') });
  const silent = followed.filter(({ source, subscription }) => source.trouble && subscription.pausedAt === undefined);
  if (silent.length === 0) return say('status.sourcesFine', { count: followed.length });
  return say('status.sourcesSilent', { count: silent.length, command: mention('sources list') });
}

async function deliveriesInWords({ say, guildId }: Asked, { outbox }: StatusPorts): Promise<string> {
  const { held, waiting, sent } = await outbox.count(guildId);
  if (held > 0) return say('status.deliveriesHeld', { count: held });
  if (waiting > 0) return say('status.deliveriesWaiting', { count: waiting });
  return sent === 0 ? say('status.fine') : say('status.deliveriesFine', { count: sent });
}

async function conferencesInWords({ say, guildId, now, mention }: Asked, ports: StatusPorts): Promise<string> {
  const silent = (await ports.calendars.list(guildId)).filter(({ trouble }) => trouble !== undefined);
  const { length: waiting } = await ports.conferences.listQuestions(guildId);
  const command = mention('programme confirm');
  const toMend = [
    ...(waiting === 0 ? [] : [say('status.conferencesWaiting', { count: waiting, command })]),
    ...(silent.length === 0
      ? []
      : [say('status.calendarsSilent', { count: silent.length, calendars: silent.map(calendarName).join(', ') })]),
  ];
  if (toMend.length > 0) return toMend.join(' ');
  const { length } = await ports.conferences.listUpcoming(guildId, now, now + yearMs);
  if (length === 0) return say('status.noConferences', { command: mention('programme import') });
  return say('status.conferencesFine', { count: length });
}

function calendarName({ title, url }: Calendar): string {
  return escapeLine(title || new URL(url).host, calendarNameLimit);
}

/** Only where the people who run the bot gave it a model. */
function modelInWords({ say }: Asked, { model }: StatusPorts): { name: string; text: string }[] {
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

function storageInWords({ say }: Asked, { storeHealth, backups }: StatusPorts): string {
  const condition = storeHealth.health();
  if (condition.kind === 'failing') return say('status.storageFailing', { since: timestamp(condition.since, 'F') });
  const copy = backups.latest();
  return copy ? say('status.storageCopied', { at: timestamp(copy.at, 'R') }) : say('status.fine');
}
