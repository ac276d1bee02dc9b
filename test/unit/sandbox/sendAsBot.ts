// One request to the local Discord as the bot would send it, without a library between.

import type { LocalDiscord } from '../../../sandbox/discord/localDiscord.ts';

export type Json = Record<string, unknown>;

export interface Answer {
  readonly status: number;
  readonly body: Json & Json[];
  readonly headers: Headers;
}

/** @param path below `/api/v10` */
export async function sendAsBot(discord: LocalDiscord, method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : {}, headers: response.headers };
}
