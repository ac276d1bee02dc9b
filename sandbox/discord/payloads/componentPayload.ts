// Components as Discord echoes them: every one with a numeric id, defaults filled in, media unfurled.

import { ComponentType } from 'discord-api-types/v10';
import { snowflake } from '../snowflake.ts';

export type Json = Record<string, unknown>;

export interface Attached {
  readonly id: string;
  readonly filename: string;
  readonly url: string;
  readonly size: number;
}

/** What Discord adds to a component that leaves it out. */
const defaults: Partial<Record<number, Json>> = {
  [ComponentType.StringSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.UserSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.RoleSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.MentionableSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.ChannelSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.Thumbnail]: { description: null, spoiler: false },
  [ComponentType.File]: { name: null, size: null, spoiler: false },
  [ComponentType.Separator]: { divider: true, spacing: 1 },
  [ComponentType.Container]: { accent_color: null, spoiler: false },
};

/** Components of a request as the message will carry them. Ids that the bot chose are kept. */
export function componentPayloads(components: readonly Json[], attached: readonly Attached[]): Json[] {
  const taken = new Set<unknown>();
  const note = (component: Json): void => {
    taken.add(component.id);
    for (const child of childrenOf(component)) note(child);
  };
  components.forEach(note);
  let next = 0;
  const nextId = (): number => {
    do next += 1;
    while (taken.has(next));
    return next;
  };
  return components.map((component) => echo(component, nextId, attached));
}

/** Direct children: those of rows, sections and containers, an accessory, and what a label holds. */
function childrenOf(component: Json): Json[] {
  const { components, accessory, component: inner } = component;
  return [...(Array.isArray(components) ? components : []), accessory, inner].filter(
    (child): child is Json => typeof child === 'object' && child !== null,
  );
}

/** Every component in reading order, parents before children. */
export function allComponents(components: readonly unknown[]): Json[] {
  const objects = components.filter((one): one is Json => typeof one === 'object' && one !== null);
  return objects.flatMap((component) => [component, ...allComponents(childrenOf(component))]);
}

function echo(component: Json, nextId: () => number, attached: readonly Attached[]): Json {
  const given = Object.fromEntries(
    Object.entries(component).filter(([, value]) => value !== null && value !== undefined),
  );
  const id = typeof given.id === 'number' && given.id > 0 ? given.id : nextId();
  const echoed: Json = { ...defaults[Number(given.type)], ...given, id };
  if (Array.isArray(given.components)) {
    echoed.components = given.components.map((child) => echo(child as Json, nextId, attached));
  }
  if (given.accessory) echoed.accessory = echo(given.accessory as Json, nextId, attached);
  if (given.media) echoed.media = unfurled(given.media as Json, attached);
  if (given.file) Object.assign(echoed, fileParts(given.file as Json, attached));
  if (Array.isArray(given.items)) {
    echoed.items = given.items.map((item: Json) => ({
      description: null,
      spoiler: false,
      ...item,
      media: unfurled(item.media as Json, attached),
    }));
  }
  return echoed;
}

function fileParts(file: Json, attached: readonly Attached[]): Json {
  const found = findAttached(file.url, attached);
  return { file: unfurled(file, attached), ...(found ? { name: found.filename, size: found.size } : {}) };
}

function findAttached(url: unknown, attached: readonly Attached[]): Attached | undefined {
  return attached.find((one) => url === `attachment://${one.filename}`);
}

function unfurled(media: Json, attached: readonly Attached[]): Json {
  const found = findAttached(media.url, attached);
  const url = found?.url ?? String(media.url);
  return {
    id: snowflake(),
    url,
    proxy_url: url,
    width: null,
    height: null,
    ...(found ? { attachment_id: found.id } : {}),
  };
}
