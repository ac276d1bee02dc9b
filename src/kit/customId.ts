// What a button carries: `v1:<command>:<action>:<id>`. Readable for years, so the form only ever grows a new version.

/** @see https://docs.discord.com/developers/components/reference#anatomy-of-a-component-custom-id */
export const customIdLimit = 100;

export interface CustomId {
  readonly command: string;
  readonly action: string;
  readonly id: string;
}

/** @throws RangeError when the whole is longer than Discord takes: a defect of the view. */
export function customId(command: string, action: string, id = ''): string {
  const text = `v1:${command}:${action}:${id}`;
  if (text.length > customIdLimit) throw new RangeError(`custom_id of ${text.length} characters: ${text}`);
  return text;
}

/** Undefined for text this bot never wrote. */
export function parseCustomId(text: string): CustomId | undefined {
  const match = /^v1:([^:]+):([^:]+):(.*)$/s.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  return { command: match[1], action: match[2], id: match[3] ?? '' };
}
