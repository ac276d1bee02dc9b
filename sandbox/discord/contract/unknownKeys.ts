// Discord's description forbids almost no key, so a misspelt one would pass. Every key it does not name is refused,
// but for these: discord.js sends them, and Discord ignores or accepts them.

const ofEveryMessage = ['tts', 'nonce', 'enforce_nonce'];
const webhook = '/webhooks/{webhook_id}/{webhook_token}';

/** Keys of the body's top level, by operation; of a nested message under `message.`. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'POST /channels/{channel_id}/messages/{message_id}/threads': ['type'],
  'POST /channels/{channel_id}/threads': ['type', ...ofEveryMessage.map((key) => `message.${key}`)],
  'PATCH /channels/{channel_id}/messages/{message_id}': ofEveryMessage,
  [`POST ${webhook}`]: ofEveryMessage,
  [`PATCH ${webhook}/messages/@original`]: ofEveryMessage,
  [`PATCH ${webhook}/messages/{message_id}`]: ofEveryMessage,
  'POST /interactions/{interaction_id}/{interaction_token}/callback': ofEveryMessage.map((key) => `data.${key}`),
};

/** `nsfw` of a command is documented and missing from the description. */
const commandKey = /^(\d+\.)?nsfw$/;

export function isAllowedUnknownKey(operation: string, path: readonly (string | number)[]): boolean {
  const place = path.join('.');
  if (operation.includes('/commands')) return commandKey.test(place);
  return /^files\[\d+\]$/.test(place) || (allowed[operation]?.includes(place) ?? false);
}
