// Of discord.js: `@discordjs/rest` imported here is another copy than the one its client throws from.
import { DiscordAPIError } from 'discord.js';

/** Discord's codes for an interaction that waited more than 3 s for its first answer, and for one that was answered already. */
const lateCodes: readonly unknown[] = [10062, 40060];

/** Whether Discord no longer takes an answer. Nobody can be told: Discord itself has said that the bot did not respond. */
export function isTooLate(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError && lateCodes.includes(error.code);
}
