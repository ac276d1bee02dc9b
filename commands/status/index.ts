// /status: how everything is doing, what to mend, and a button for what one press can mend.

import { isHoldReason, permissionsFor } from '../../src/domain/delivery.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { ChannelId, GuildId } from '../../src/domain/ids.ts';
import { defineCommand } from '../../src/kit/defineCommand.ts';
import { type Result, reply } from '../../src/kit/result.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { Floods } from '../../src/ports/floods.ts';
import type { HeldRoute, Outbox } from '../../src/ports/outbox.ts';
import { charactersOf } from '../../src/views/blocks.ts';
import { floodQuestion } from '../../src/views/floodQuestion.ts';
import { notice } from '../../src/views/notice.ts';
import { permissionNames } from '../../src/views/permissionNames.ts';
import { heldPlace } from '../../src/views/routeHeldAlert.ts';
import { type HeldChannel, statusReport } from '../../src/views/statusReport.ts';
import { messageTextLimit } from '../../src/views/text.ts';
import { record } from '../parts/record.ts';
import { type AreaPorts, areasInWords } from './areas.ts';
import { findMends } from './findMends.ts';

interface StatusPorts extends AreaPorts {
  readonly floods: Floods;
  readonly audit: Audit;
}

export const status = defineCommand({
  name: 'status',
  access: 'moderators',
  visibility: 'private',
  auditsItself: true,
  options: {},
  async run(input, ports: StatusPorts) {
    const { say, guildId, mention } = input;
    const areas = await areasInWords(input, ports);
    const held = (await listHeldHere(guildId, ports.outbox)).map(asHeldChannel);
    // A server without a channel for alerts is asked here.
    const [open] = await ports.floods.listOpen(guildId);
    const question = open ? floodQuestion({ ...open, isBelow: true, say }).components : [];
    const room = messageTextLimit - charactersOf(question);
    const mends = await findMends(guildId, ports);
    const report = statusReport({ areas, mends, importCommand: mention('programme import'), held, room, say });
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
      const options = concern === 'events' ? { events: released } : { channel: route.channelId, released };
      if (released > 0) await record('status', options, input, ports);
      const going = concern === 'events' ? 'held.eventsReleased' : 'held.released';
      return reply(notice(say(going, { channel, count: released })));
    },
    /** "Post without discussions": what waits for a permission after its post is there is let be. */
    leaveOut: async (input, ports: StatusPorts): Promise<Result> => {
      const { say, guildId, now, id, mention } = input;
      const channelId = id.split('.')[0];
      if (!channelId) throw new Refusal('buttonOutlived', { command: mention('status') });
      const channel = `<#${channelId}>`;
      const route = (await listHeldHere(guildId, ports.outbox)).find((held) => held.channelId === channelId);
      const count = route ? await ports.outbox.leaveOut(route.channelId, now) : 0;
      if (count > 0) await record('status', { channel: channelId, leftOut: count }, input, ports);
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
