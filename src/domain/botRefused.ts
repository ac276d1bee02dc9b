// Discord does not take the bot as it is set up. Waiting mends nothing; the message tells its operator what does.

export class BotRefused extends Error {
  override name = 'BotRefused';
}

export function tokenRefused(cause?: unknown): BotRefused {
  return new BotRefused(
    'DISCORD_TOKEN is not taken by Discord. Copy the token again (Bot → Reset Token) into .env, then start again.',
    { cause },
  );
}
