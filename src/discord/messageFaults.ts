// Looks a body over against Discord's limits before it is sent, so that an oversized one is known without asking Discord.
// Invariant: a fault names places and sizes, never the text itself, so that it may be logged.

import { ComponentType } from 'discord.js';
import { componentFaults, type Part } from './componentFaults.ts';
import {
  appliedTagsMost,
  componentsMost,
  mentionsMost,
  messageTextMost,
  nonceMost,
  threadNameMost,
} from './discordLimits.ts';
import { type Fault, listFaults, outside, textFaults } from './fault.ts';
import type { MessageBody } from './messageBody.ts';

/** What a request carries: a message, a discussion, or a forum's post, which is both. */
export interface CheckedBody extends Partial<MessageBody> {
  readonly nonce?: string;
  readonly name?: string;
  readonly applied_tags?: readonly string[];
  readonly message?: MessageBody;
}

const snowflake = /^\d{1,20}$/;

/** Everything Discord would refuse for its size or shape; empty for a body that may be sent. */
export function findFaults(body: CheckedBody): readonly Fault[] {
  const { components, allowed_mentions, nonce, name, applied_tags, message } = body;
  return [
    ...(components === undefined ? [] : messageFaults(components as readonly Part[])),
    ...(allowed_mentions === undefined ? [] : mentionFaults(allowed_mentions)),
    ...(nonce === undefined ? [] : textFaults('nonce', nonce, nonceMost)),
    ...(name === undefined ? [] : textFaults('name', name, threadNameMost)),
    ...(applied_tags === undefined ? [] : idFaults('applied_tags', applied_tags, appliedTagsMost)),
    ...(message === undefined ? [] : findFaults(message).map((fault) => ({ ...fault, path: `message.${fault.path}` }))),
  ];
}

/** "components.0.content: 1 to 4000 characters, found 4012; …", fit for a log. */
export function describeFaults(faults: readonly Fault[]): string {
  return faults.map(({ path, limit, found }) => `${path}: ${limit}, found ${found}`).join('; ');
}

interface Placed {
  readonly path: string;
  readonly part: Part;
}

function messageFaults(components: readonly Part[]): Fault[] {
  const placed = components.flatMap((part, index) => placeParts(part, `components.${index}`));
  const texts = placed.filter(({ part }) => part.type === ComponentType.TextDisplay);
  const characters = texts.reduce((sum, { part }) => sum + (part.content?.length ?? 0), 0);
  return [
    ...outside('components', placed.length, 1, componentsMost, 'components in all'),
    ...(characters > messageTextMost ? outside('components', characters, 0, messageTextMost, 'characters in all') : []),
    ...placed.flatMap(({ part, path }) => componentFaults(part, path)),
    ...repeatedIds(placed),
  ];
}

function placeParts(part: Part, path: string): Placed[] {
  const children = (part.components ?? []).flatMap((child, index) => placeParts(child, `${path}.components.${index}`));
  return [
    { part, path },
    ...children,
    ...(part.accessory === undefined ? [] : placeParts(part.accessory, `${path}.accessory`)),
  ];
}

function repeatedIds(placed: readonly Placed[]): Fault[] {
  const seen = new Set<string>();
  return placed.flatMap(({ part: { custom_id: id }, path }) => {
    if (id === undefined) return [];
    const isRepeated = seen.has(id);
    seen.add(id);
    return listFaults([isRepeated, `${path}.custom_id`, 'each once in a message', 'a repeated one']);
  });
}

function mentionFaults({ parse, roles, users }: MessageBody['allowed_mentions']): Fault[] {
  return [
    ...outside('allowed_mentions.parse', parse.length, 0, 0, 'kinds'),
    ...idFaults('allowed_mentions.roles', roles, mentionsMost),
    ...idFaults('allowed_mentions.users', users, mentionsMost),
  ];
}

function idFaults(path: string, ids: readonly string[], most: number): Fault[] {
  return [
    ...outside(path, ids.length, 0, most, 'ids'),
    ...listFaults(
      [new Set(ids).size < ids.length, path, 'each id once', 'a repeated one'],
      [!ids.every((id) => snowflake.test(id)), path, 'ids of Discord', 'something else'],
    ),
  ];
}
