// The Discord permissions the bot asks for, by the names Discord's own settings show.

/** Every permission of the invite link; anything else is never needed. */
export const permissions = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'ManageThreads',
  'CreateEvents',
  'ManageEvents',
] as const;

export type Permission = (typeof permissions)[number];

/** What a channel must allow before articles can be posted into it. */
export function permissionsToPost(threads: boolean): readonly Permission[] {
  const toSend = ['ViewChannel', 'SendMessages', 'EmbedLinks', 'ReadMessageHistory'] as const;
  return threads ? [...toSend, 'CreatePublicThreads', 'SendMessagesInThreads'] : toSend;
}
