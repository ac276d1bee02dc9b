// The Discord permissions the bot asks for, by the names Discord's own settings show.

import type { ChannelKind } from './channelKind.ts';

/** Every permission of the invite link: with these the bot does all it must. */
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

/** What a channel must allow before articles can be posted into it. A forum post and a post in a thread open no thread. */
export function permissionsToPost(threads: boolean, kind: ChannelKind | 'direct' = 'text'): readonly Permission[] {
  switch (kind) {
    case 'text':
    case 'announcement':
      return threads ? [...toSend, 'CreatePublicThreads', 'SendMessagesInThreads'] : toSend;
    case 'forum':
      return [...toSend, 'SendMessagesInThreads'];
    case 'thread':
      return ['ViewChannel', 'SendMessagesInThreads', 'EmbedLinks', 'ReadMessageHistory'];
    case 'direct':
      return [];
  }
}

const toSend = ['ViewChannel', 'SendMessages', 'EmbedLinks', 'ReadMessageHistory'] as const;
