// A Discord without events, for tests that are about something else.

import type { Outcome } from '../../src/domain/delivery.ts';
import type { GuildEvents } from '../../src/ports/guildEvents.ts';

const refuse = async (): Promise<Outcome> => ({ kind: 'refused', reason: 'refused', detail: 'no events here' });

export const noGuildEvents: GuildEvents = {
  list: async () => ({ kind: 'events', events: [] }),
  find: refuse,
  create: refuse,
  change: refuse,
  cancel: refuse,
  complete: refuse,
  remove: refuse,
};
