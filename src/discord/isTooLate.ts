import { DiscordAPIError } from '@discordjs/rest';

/** Discord's codes for an interaction that waited more than 3 s for its first answer, and for one that was answered already. */
const lateCodes: readonly unknown[] = [10062, 40060];

/** Whether Discord no longer takes an answer. Nobody can be told: Discord itself has said that the bot did not respond. */
export function isTooLate(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError && lateCodes.includes(error.code);
}
