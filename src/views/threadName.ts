// The name of an article's discussion.

import { cutText, oneLine } from './text.ts';

/** @see https://docs.discord.com/developers/resources/channel#channel-object-channel-structure "1-100 character channel name" */
export const threadNameLimit = 100;

/** Plain text (Discord reads no Markdown in names), cut after a word, never empty. */
export function threadName(title: string): string {
  return cutText(oneLine(title), threadNameLimit) || '…';
}
