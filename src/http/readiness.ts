// Whether the bot can do its work right now, part by part, with one plain reason for each part that cannot.

import type { Connection } from '../ports/connection.ts';
import type { StoreCondition, StoreHealth } from '../ports/storeHealth.ts';
import type { HttpAnswer } from './serveHttp.ts';

export interface ReadinessParts {
  readonly storeHealth: StoreHealth;
  readonly connection: Connection;
}

/** Reasons are for the people who run the bot; they never name what is kept in it. */
const reasons = {
  store: 'The database takes no writes. Look at the disk: is it full, or read-only?',
  gatewayDown: 'There is no connection to Discord. The bot keeps trying.',
  tokenRefused: 'Discord no longer takes the token. Copy a new one into .env and start the bot again.',
} as const;

/** A look at the disk is used for this long, so that asking often costs nothing. Milliseconds. */
const reuseMs = 1_000;

/** @returns the address's answer: 200, or 503 with the reasons */
export function createReadiness({ storeHealth, connection }: ReadinessParts): () => Promise<HttpAnswer> {
  let probe: { readonly startedAt: number; readonly condition: Promise<StoreCondition> } | undefined;
  const isWritable = async () => {
    const now = performance.now();
    if (probe === undefined || now - probe.startedAt >= reuseMs) {
      probe = { startedAt: now, condition: storeHealth.probe() };
    }
    return (await probe.condition).kind === 'fine';
  };

  return async () => {
    const trouble = connection.findTrouble();
    const failing = {
      ...((await isWritable()) ? {} : { store: reasons.store }),
      ...(trouble === undefined ? {} : { discord: reasons[trouble] }),
    };
    const isReady = Object.keys(failing).length === 0;
    return {
      status: isReady ? 200 : 503,
      contentType: 'application/json',
      body: `${JSON.stringify({ isReady, failing })}\n`,
    };
  };
}
