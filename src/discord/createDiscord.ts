// Everything of Discord that the rest of the bot needs, put together: a publisher, what is known about guilds, the commands.

import type { REST } from '@discordjs/rest';
import type { Arrival } from '../domain/arrival.ts';
import { tokenRefused } from '../domain/botRefused.ts';
import type { ChannelId, GuildId } from '../domain/ids.ts';
import type { Timing } from '../domain/timing.ts';
import { createFatal, type Fatal } from '../kit/createFatal.ts';
import type { Command } from '../kit/defineCommand.ts';
import type { Log } from '../kit/log.ts';
import type { FormView, MessageView } from '../kit/message.ts';
import { rejectWhen } from '../kit/rejectWhen.ts';
import { sayIn } from '../kit/translate.ts';
import type { Audit } from '../ports/audit.ts';
import type { Clock } from '../ports/clock.ts';
import type { Connection } from '../ports/connection.ts';
import type { Departures } from '../ports/departures.ts';
import type { GuildEvents } from '../ports/guildEvents.ts';
import type { Guilds } from '../ports/guilds.ts';
import type { Logins } from '../ports/logins.ts';
import type { MemberRoles } from '../ports/memberRoles.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Publisher } from '../ports/publisher.ts';
import type { RefusedForms } from '../ports/refusedForms.ts';
import type { Registrations } from '../ports/registrations.ts';
import type { Settings } from '../ports/settings.ts';
import type { Shares } from '../ports/shares.ts';
import { connect } from './connect.ts';
import { createClient } from './createClient.ts';
import { createConnection } from './createConnection.ts';
import { createGate } from './createGate.ts';
import { createGuilds, mayReadHistory, onGuildChange } from './createGuilds.ts';
import { createRequests } from './createRequests.ts';
import { createRest } from './createRest.ts';
import { findKnownPlace } from './describePlace.ts';
import { createMemberRoles } from './memberRoles.ts';
import { createPublisher } from './publisher.ts';
import { registerCommands } from './registerCommands.ts';
import { createRetyping } from './retyping.ts';
import { routeInteractions } from './router.ts';
import { createScheduledEvents } from './scheduledEvents.ts';
import { createSharing } from './shares.ts';
import { untilTaken } from './untilTaken.ts';
import { watchArrivals } from './watchArrivals.ts';
import { watchDepartures } from './watchDepartures.ts';
import { watchGateway } from './watchGateway.ts';
import { watchRequests } from './watchRequests.ts';

export interface DiscordParts {
  readonly token: string;
  readonly discordApiUrl: string;
  readonly timing: Timing;
  readonly log: Log;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly settings: Settings;
  readonly audit: Audit;
  readonly registrations: Registrations;
  readonly logins: Logins;
  readonly departures: Departures;
  readonly refusedForms: RefusedForms<FormView>;
}

/** It fails when Discord does not take the bot as it is set up, which may come long after the start. */
export interface Discord extends Fatal {
  readonly guilds: Guilds;
  readonly memberRoles: MemberRoles;
  readonly shares: Shares;
  readonly connection: Connection;
  readonly publisher: Publisher<MessageView>;
  readonly guildEvents: GuildEvents;
  /** Calls back with guilds whose channels, roles or own membership changed. */
  onGuildChange(changed: (guildIds: ReadonlySet<GuildId>) => Promise<unknown>): void;
  /** A server has invited the bot. */
  onArrival(arrived: (arrival: Arrival) => Promise<unknown>): void;
  /** Ends what deliveries have under way at Discord; what was sent may have landed. */
  abortDeliveries(): void;
  /** Logs in and answers interactions from then on. @throws BotRefused @throws the reason of `signal` */
  serve<Ports>(commands: readonly Command<Ports>[], ports: Ports, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Makes no request yet. */
export function createDiscord(parts: DiscordParts): Discord {
  const restSettings = { discordApiUrl: parts.discordApiUrl, requestMs: parts.timing.requestMs };
  const closing = new AbortController();
  const fatal = createFatal();
  const client = createClient(restSettings, createGate({ ...parts, fatal }, closing.signal));
  watchDepartures(client, parts);
  const rest: REST = createRest(parts.token, restSettings);
  const onUnauthorised = () => fatal.fail(tokenRefused());
  const requests = createRequests({ rest, clock: parts.clock, onUnauthorised });
  for (const each of [rest, client.rest]) watchRequests(each, parts.metrics, parts.clock);
  watchGateway(client, parts.metrics);
  const sharing = createSharing();
  const retyping = createRetyping(parts.refusedForms);
  return {
    ...fatal,
    guilds: createGuilds(client),
    memberRoles: createMemberRoles(client, requests),
    shares: sharing,
    connection: createConnection(client, [rest, client.rest]),
    publisher: createPublisher({
      requests,
      mayReadHistory: (channelId: ChannelId) => mayReadHistory(client, channelId),
      findKnownPlace: (channelId) => findKnownPlace(client, channelId),
    }),
    guildEvents: createScheduledEvents({ requests, findOwnId: () => client.user?.id }),
    abortDeliveries: requests.abort,
    onGuildChange: (changed) =>
      onGuildChange(
        client,
        (guildIds) =>
          changed(guildIds).catch((error) => parts.log.error('job.failed', { job: 'guildChange', err: error })),
        closing.signal,
      ),
    onArrival: (arrived) =>
      watchArrivals(client, (arrival) =>
        arrived(arrival).catch((error) => parts.log.error('job.failed', { job: 'arrival', err: error })),
      ),
    async serve(commands, ports, signal = closing.signal) {
      const online = connect(client, { ...parts, fatal }, closing.signal);
      const ready = await Promise.race([online, rejectWhen(signal)]);
      const applicationId = ready.application.id;
      const register = () => registerCommands(ready.rest, applicationId, commands, sayIn('en'), parts.registrations);
      const mention = await Promise.race([untilTaken(register, parts, closing.signal), rejectWhen(signal)]);
      parts.log.info('commands.registered', { count: commands.length });
      routeInteractions(ready, {
        ...parts,
        commands,
        ports,
        mention,
        sharing,
        retyping,
        deferMs: parts.timing.deferMs,
      });
    },
    async close() {
      closing.abort();
      await client.close();
    },
  };
}
