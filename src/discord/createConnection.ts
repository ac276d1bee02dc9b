// Whether Discord can be used: the token is taken, and the gateway stands.

import { type REST, RESTEvents } from '@discordjs/rest';
import { type Client, Status } from 'discord.js';
import type { Connection } from '../ports/connection.ts';

/** @param rests every client that uses the token */
export function createConnection(client: Client, rests: readonly REST[]): Connection {
  let isTokenRefused = false;
  for (const rest of rests) {
    rest.on(RESTEvents.Response, ({ data }, { status }) => {
      if (status === 401 && data.auth !== false) isTokenRefused = true;
    });
  }
  return {
    findTrouble() {
      if (isTokenRefused) return 'tokenRefused';
      const shards = [...client.ws.shards.values()];
      return shards.length > 0 && shards.every(({ status }) => status === Status.Ready) ? undefined : 'gatewayDown';
    },
  };
}
