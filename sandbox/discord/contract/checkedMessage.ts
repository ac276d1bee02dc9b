// Finds the message inside a request, wherever the route carries it, so that one set of rules fits them all.

import { allComponents, type Json } from '../payloads/componentPayload.ts';
import type { Path } from './violation.ts';

export interface CheckedMessage {
  readonly body: Json;
  /** Where in the request's body it is. */
  readonly path: Path;
  /** False when it changes a message that exists. */
  readonly isNew: boolean;
  readonly isV2: boolean;
  readonly hasFiles: boolean;
}

const componentsV2 = 1 << 15;
const webhook = '/webhooks/{webhook_id}/{webhook_token}';

/** Operations whose body is a message, and whether a new one. */
const bodies: Readonly<Record<string, boolean>> = {
  'POST /channels/{channel_id}/messages': true,
  'PATCH /channels/{channel_id}/messages/{message_id}': false,
  [`POST ${webhook}`]: true,
  [`PATCH ${webhook}/messages/@original`]: false,
  [`PATCH ${webhook}/messages/{message_id}`]: false,
};

/** `existingFlags` are those of the message that an edit is about: components v2 cannot be taken off again. */
export function findMessage(
  operation: string,
  body: Json,
  hasFiles: boolean,
  existingFlags: number,
): CheckedMessage | undefined {
  const made = (message: unknown, path: Path, isNew: boolean): CheckedMessage | undefined => {
    if (typeof message !== 'object' || message === null) return undefined;
    const flags = Number((message as Json).flags ?? 0) | (isNew ? 0 : existingFlags);
    return { body: message as Json, path, isNew, isV2: (flags & componentsV2) !== 0, hasFiles };
  };
  const direct = bodies[operation];
  if (direct !== undefined) return made(body, [], direct);
  if (operation === 'POST /channels/{channel_id}/threads') return made(body.message, ['message'], true);
  if (operation.endsWith('/callback') && (body.type === 4 || body.type === 7))
    return made(body.data, ['data'], body.type === 4);
  return undefined;
}

/** Components with their place in the message, parents before children. */
export function placedComponents(message: CheckedMessage): { component: Json; path: Path }[] {
  const { components } = message.body;
  return Array.isArray(components)
    ? components.flatMap((one, at) => place(one, [...message.path, 'components', at]))
    : [];
}

function place(component: unknown, path: Path): { component: Json; path: Path }[] {
  if (typeof component !== 'object' || component === null) return [];
  const one = component as Json;
  const children = Array.isArray(one.components) ? one.components : [];
  return [
    { component: one, path },
    ...children.flatMap((child, at) => place(child, [...path, 'components', at])),
    ...place(one.accessory, [...path, 'accessory']),
    ...place(one.component, [...path, 'component']),
  ];
}

/** Whether anything in it is text that could mention somebody. */
export function carriesText(message: CheckedMessage): boolean {
  const { content, embeds, components } = message.body;
  const hasContent = typeof content === 'string' && content !== '';
  const hasEmbeds = Array.isArray(embeds) && embeds.length > 0;
  const shown = Array.isArray(components) ? allComponents(components) : [];
  return hasContent || hasEmbeds || shown.some((component) => component.type === 10);
}
