// The message whose menu was used, as the commands know it. Discord hands its whole content over with the interaction, also to a
// bot that may not read messages otherwise.

import type { MessageContextMenuCommandInteraction } from 'discord.js';
import type { ChannelId, MessageId } from '../domain/ids.ts';
import type { TargetMessage } from '../kit/defineCommand.ts';

/** An address ends before what closes a masked link, a quotation or a sentence. */
const address = /https?:\/\/[^\s<>"'`|]+/gi;
const afterAddress = /[.,;:!?*_~]+$/;

export function readTarget({ targetMessage, client }: MessageContextMenuCommandInteraction): TargetMessage {
  const { id, channelId, author, content, embeds } = targetMessage;
  const components = targetMessage.components.map((component) => component.toJSON());
  return {
    id: id as MessageId,
    channelId: channelId as ChannelId,
    isOwn: author.id === client.user.id,
    customIds: components.flatMap((component) => textsOf(component, ['custom_id'])),
    links: [
      ...new Set([
        ...linksIn(content),
        ...components.flatMap((component) => textsOf(component, ['content', 'url'])).flatMap(linksIn),
        ...embeds.flatMap(({ url, description }) => [url ?? '', description ?? '']).flatMap(linksIn),
      ]),
    ],
  };
}

/** The values of these fields, of a component and all within it, from the first to the last. */
function textsOf(component: unknown, fields: readonly string[]): string[] {
  if (typeof component !== 'object' || component === null) return [];
  const known = component as Readonly<Record<string, unknown>>;
  const own = fields.flatMap((field) => (typeof known[field] === 'string' ? [known[field]] : []));
  const within = Array.isArray(known.components) ? known.components : [];
  return [...own, ...[...within, known.accessory].flatMap((inner) => textsOf(inner, fields))];
}

/** Addresses in a text, in Markdown or without. */
function linksIn(text: string): string[] {
  return [...text.matchAll(address)].map(([found]) => closed(found).replace(afterAddress, ''));
}

/** Without a bracket that was opened before the address. */
function closed(found: string): string {
  let open = 0;
  for (let at = 0; at < found.length; at += 1) {
    if (found[at] === '(') open += 1;
    if (found[at] === ')') open -= 1;
    if (open < 0) return found.slice(0, at);
  }
  return found;
}
