// A message as a terminal can show it: the words of its components in their order, without Discord's marks.

import type { MessageView } from '../kit/message.ts';

/** @returns a line for each line of text and for each row of buttons */
export function plainMessage({ components }: MessageView): string {
  return components.flatMap(linesOf).join('\n');
}

function linesOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { content, components, items } = part as { content?: unknown; components?: unknown; items?: unknown };
  if (typeof content === 'string') return [plainMarkdown(content)];
  if (Array.isArray(items)) return items.map(pictureLine);
  if (!Array.isArray(components)) return [];
  const buttons = components.flatMap(buttonText);
  return buttons.length > 0 ? [buttons.join(' ')] : components.flatMap(linesOf);
}

function buttonText(part: { readonly label?: unknown; readonly url?: unknown }): string[] {
  if (typeof part.label !== 'string') return [];
  return [typeof part.url === 'string' ? `(${part.label}: ${part.url})` : `(${part.label})`];
}

function pictureLine({
  media,
  description,
}: {
  readonly media: { readonly url: string };
  readonly description?: string;
}) {
  return `[${description ?? ''}: ${media.url}]`;
}

/** Links with their addresses, times as days and hours in UTC, no other marks. */
export function plainMarkdown(text: string): string {
  return (
    text
      .replace(/^(?:### |-# )/gm, '')
      .replace(/\[((?:\\.|[^\]\\])*)\]\((https?:[^)\s]+)\)/g, '$1 <$2>')
      .replace(/<t:(-?\d+):(\w)>/g, (_, seconds: string, style: string) => momentInWords(Number(seconds), style))
      // What is escaped is a sign; what is not is a mark.
      .replace(/\\([^\p{L}\p{N}\s])|\*\*/gu, '$1')
      .replaceAll('\u200B', '')
  );
}

function momentInWords(seconds: number, style: string): string {
  const moment = new Date(seconds * 1000);
  const withTime = style !== 'D';
  const words = moment.toLocaleString('en-GB', {
    dateStyle: 'long',
    ...(withTime ? { timeStyle: 'short' } : {}),
    timeZone: 'UTC',
  });
  return withTime ? `${words} UTC` : words;
}
