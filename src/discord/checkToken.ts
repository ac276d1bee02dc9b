// Whether Discord takes the token, and what time it is there. One request, nothing else.

import { DiscordAPIError } from '@discordjs/rest';
import { type APIUser, Routes } from 'discord.js';
import type { Instant } from '../domain/ids.ts';
import { createRest, type RestSettings } from './createRest.ts';

export type TokenCheck =
  | { readonly kind: 'accepted'; readonly name: string; readonly discordAt?: Instant }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable'; readonly cause: string };

export async function checkToken(token: string, settings: RestSettings): Promise<TokenCheck> {
  const rest = createRest(token, settings);
  let date: string | null = null;
  rest.on('response', (_request, response) => {
    date = response.headers.get('date');
  });
  try {
    const { username } = (await rest.get(Routes.user())) as APIUser;
    const discordAt = Date.parse(date ?? '');
    return { kind: 'accepted', name: username, ...(Number.isNaN(discordAt) ? {} : { discordAt }) };
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) return { kind: 'refused' };
    return { kind: 'unreachable', cause: error instanceof Error ? error.message : String(error) };
  }
}
