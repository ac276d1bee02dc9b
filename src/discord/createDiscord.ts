// Everything of Discord that the rest of the bot needs, put together: a publisher, what is known about guilds, the commands.

import type { REST } from '@discordjs/rest';
import type { ChannelId, GuildId } from '../domain/ids.ts';
import type { Timing } from '../domain/timing.ts';
import type { Command } from '../kit/defineCommand.ts';
import type { Log } from '../kit/log.ts';
import type { MessageView } from '../kit/message.ts';
import { sayIn } from '../kit/translate.ts';
import type { Audit } from '../ports/audit.ts';
import type { Clock } from '../ports/clock.ts';
import type { Connection } from '../ports/connection.ts';
import type { Guilds } from '../ports/guilds.ts';
import type { MemberRoles } from '../ports/memberRoles.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Publisher } from '../ports/publisher.ts';
import type { Registrations } from '../ports/registrations.ts';
import type { Settings } from '../ports/settings.ts';
import { connect } from './connect.ts';
import { createClient } from './createClient.ts';
import { createConnection } from './createConnection.ts';
import { createGuilds, mayReadHistory, onGuildChange } from './createGuilds.ts';
import { createRequests } from './createRequests.ts';
import { createRest } from './createRest.ts';
import { findKnownPlace } from './describePlace.ts';
import { createMemberRoles } from './memberRoles.ts';
import { createPublisher } from './publisher.ts';
import { registerCommands } from './registerCommands.ts';
import { routeInteractions } from './router.ts';
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
  /** Called once, when Discord no longer takes the token. */
  readonly onUnauthorised: () => void;
}

export interface Discord {
  readonly guilds: Guilds;
  readonly memberRoles: MemberRoles;
  readonly connection: Connection;
  readonly publisher: Publisher<MessageView>;
  /** Calls back with a guild whose channels, roles or own membership changed. */
  onGuildChange(changed: (guildId: GuildId) => void): void;
  /** Ends what deliveries have under way at Discord; what was sent may have landed. */
  abortDeliveries(): void;
  /** Logs in and answers interactions from then on. @throws TokenRefused */
  serve<Ports>(commands: readonly Command<Ports>[], ports: Ports): Promise<void>;
  close(): Promise<void>;
}

/** Makes no request yet. */
export function createDiscord(parts: DiscordParts): Discord {
  const restSettings = { discordApiUrl: parts.discordApiUrl, requestMs: parts.timing.requestMs };
  const client = createClient(restSettings);
  const rest: REST = createRest(parts.token, restSettings);
  const requests = createRequests({ rest, clock: parts.clock, onUnauthorised: parts.onUnauthorised });
  for (const each of [rest, client.rest]) watchRequests(each, parts.metrics, parts.clock);
  watchGateway(client, parts.metrics);
  const closing = new AbortController();
  return {
    guilds: createGuilds(client),
    memberRoles: createMemberRoles(client, requests),
    connection: createConnection(client, [rest, client.rest]),
    publisher: createPublisher({
      requests,
      mayReadHistory: (channelId: ChannelId) => mayReadHistory(client, channelId),
      findKnownPlace: (channelId) => findKnownPlace(client, channelId),
    }),
    abortDeliveries: requests.abort,
    onGuildChange: (changed) => onGuildChange(client, changed),
    async serve(commands, ports) {
      const ready = await connect(client, parts.token, parts.log, closing.signal);
      const applicationId = ready.application.id;
      const mention = await registerCommands(ready.rest, applicationId, commands, sayIn('en'), parts.registrations);
      parts.log.info('commands.registered', { count: commands.length });
      routeInteractions(ready, { ...parts, commands, ports, mention, deferMs: parts.timing.deferMs });
    },
    async close() {
      closing.abort();
      await client.destroy();
    },
  };
}
