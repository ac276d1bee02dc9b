// A Discord that knows every guild and lets the bot post everywhere, for tests that are about something else.

import type { Guilds } from '../../src/ports/guilds.ts';

export const readyGuilds: Guilds = {
  isKnown: () => true,
  kindOf: () => undefined,
  checkRole: () => 'ready',
  checkChannel: () => ({ kind: 'ready', name: 'news' }),
};
