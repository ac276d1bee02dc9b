// Finds the message inside a request, wherever the route carries it, so that one set of rules fits them all.

import type { Json } from '../payloads/componentPayload.ts';
import type { Path } from './violation.ts';

/** With its place in the request's body. */
export interface PlacedComponent {
  readonly component: Json;
  readonly path: Path;
}

export interface CheckedMessage {
  readonly body: Json;
  /** Where in the request's body it is. */
  readonly path: Path;
  /** False when it changes a message that exists. */
  readonly isNew: boolean;
  readonly isV2: boolean;
  readonly hasFiles: boolean;
  /** All of them, parents before children. */
  readonly components: readonly PlacedComponent[];
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
    const components = placeAll((message as Json).components, [...path, 'components']);
    return { body: message as Json, path, isNew, isV2: (flags & componentsV2) !== 0, hasFiles, components };
  };
  const direct = bodies[operation];
  if (direct !== undefined) return made(body, [], direct);
  if (operation === 'POST /channels/{channel_id}/threads') return made(body.message, ['message'], true);
  if (operation.endsWith('/callback') && (body.type === 4 || body.type === 7))
    return made(body.data, ['data'], body.type === 4);
  return undefined;
}

function placeAll(components: unknown, path: Path): PlacedComponent[] {
  return Array.isArray(components) ? components.flatMap((one, at) => place(one, [...path, at])) : [];
}

function place(component: unknown, path: Path): PlacedComponent[] {
  if (typeof component !== 'object' || component === null) return [];
  const one = component as Json;
  return [
    { component: one, path },
    ...placeAll(one.components, [...path, 'components']),
    ...place(one.accessory, [...path, 'accessory']),
    ...place(one.component, [...path, 'component']),
  ];
}

/** Whether anything in it is text that could mention somebody. */
export function carriesText({ body, components }: CheckedMessage): boolean {
  const { content, embeds } = body;
  const hasContent = typeof content === 'string' && content !== '';
  const hasEmbeds = Array.isArray(embeds) && embeds.length > 0;
  return hasContent || hasEmbeds || components.some(({ component }) => component.type === 10);
}
