// An outbox that holds what a test puts in plain sight, and says what commands did with it.

import type { Delivery } from '../../src/domain/delivery.ts';
import type { ChannelId, DeliveryId } from '../../src/domain/ids.ts';
import type { HeldRoute, Outbox, OutboxCounts } from '../../src/ports/outbox.ts';

export interface OutboxData {
  readonly held: readonly HeldRoute[];
  readonly released: ChannelId[];
  readonly deliveries: ReadonlyMap<DeliveryId, Delivery>;
  readonly takenBack: DeliveryId[];
  readonly counts: OutboxCounts;
}

export function fakeOutbox(data: OutboxData): Outbox {
  return {
    find: async (id) => data.deliveries.get(id),
    takeBack: async (id, guild) => {
      if (data.deliveries.get(id)?.guildId !== guild) return 'unknown';
      const isFirst = !data.takenBack.includes(id);
      data.takenBack.push(id);
      return isFirst ? 'taken' : 'already';
    },
    add: async () => 0,
    claimDue: async () => [],
    markSending: async () => undefined,
    record: async () => undefined,
    recoverAbandoned: async () => 0,
    listCrossposts: async () => [],
    leaveOut: async () => data.held.filter(({ concern }) => concern !== 'posts').length,
    giveUpHeld: async () => 0,
    isAwaited: async () => false,
    listWaitingGuilds: async () => [],
    endGuildAlerts: async () => {},
    endHeldAlerts: async () => {},
    listHeld: async () => [...data.held],
    releaseHeld: async (channelId) => {
      data.released.push(channelId);
      return data.held.find((route) => route.channelId === channelId)?.waiting ?? 0;
    },
    count: async () => data.counts,
  };
}
