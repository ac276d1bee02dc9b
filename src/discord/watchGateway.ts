// Counts what happens to the connection for commands.

import { type Client, Events } from 'discord.js';
import type { Metrics } from '../ports/metrics.ts';

/** From now on. */
export function watchGateway(client: Client, metrics: Metrics): void {
  client.on(Events.ShardReady, () => metrics.gatewayChanged('ready'));
  client.on(Events.ShardResume, () => metrics.gatewayChanged('resumed'));
  client.on(Events.ShardReconnecting, () => metrics.gatewayChanged('reconnecting'));
  client.on(Events.ShardDisconnect, () => metrics.gatewayChanged('closed'));
  client.on(Events.ShardError, () => metrics.gatewayChanged('error'));
}
