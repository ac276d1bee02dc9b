// Tells apart a guild that removed the bot from one that an outage hides: of the second, nothing is concluded.

import { type Client, Events, GatewayDispatchEvents, type GatewayReadyDispatchData } from 'discord.js';
import type { GuildId } from '../domain/ids.ts';
import type { Log } from '../kit/log.ts';
import type { Clock } from '../ports/clock.ts';
import type { Departures } from '../ports/departures.ts';

export interface DepartureParts {
  readonly departures: Departures;
  readonly clock: Clock;
  readonly log: Log;
}

export function watchDepartures(client: Client, { departures, clock, log }: DepartureParts): void {
  const keep = (work: Promise<void>) =>
    void work.catch((error: unknown) => log.error('job.failed', { job: 'departures', err: error }));
  // A login names every guild, also those that an outage hides; who is missing removed the bot while it was away.
  client.ws.on(GatewayDispatchEvents.Ready, ({ guilds }: GatewayReadyDispatchData) => {
    const present = new Set(guilds.map(({ id }) => id as GuildId));
    client.guilds.cache.sweep(({ id }) => !present.has(id as GuildId));
    keep(departures.compare([...present], clock.now()));
  });
  client.on(Events.GuildDelete, ({ id }) => keep(departures.record(id as GuildId, clock.now())));
  client.on(Events.GuildCreate, ({ id }) => keep(departures.takeBack(id as GuildId)));
}
