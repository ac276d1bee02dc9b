// Messages as Discord sends them, made from what the bot asked for.

import type { APIMessage, MessageType } from 'discord-api-types/v10';
import { snowflake } from '../snowflake.ts';
import type { Channel, Message, Person } from '../state.ts';
import type { World } from '../world.ts';
import { channelPayload } from './channelPayload.ts';
import { type Attached, componentPayloads, type Json } from './componentPayload.ts';
import { userPayload } from './userPayload.ts';

export interface UploadedFile {
  /** Number n of `files[n]`. */
  readonly index: number;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Flags a bot may set on what it creates: no previews, ephemeral, silent, components v2. */
const settableFlags = (1 << 2) | (1 << 6) | (1 << 12) | (1 << 15);

export interface NewMessage {
  readonly channel: Channel;
  readonly author: Person;
  readonly body: Json;
  readonly files?: readonly UploadedFile[];
  readonly type?: MessageType;
  /** A forum post's first message has the post's id. */
  readonly id?: string;
  readonly extra?: Json;
}

export function messagePayload(world: World, input: NewMessage): Message {
  const { channel, author, body } = input;
  const id = input.id ?? snowflake();
  const attached = attachments(world, channel, body, input.files ?? []);
  const message = {
    id,
    channel_id: channel.id,
    type: input.type ?? 0,
    author: userPayload(author),
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: body.tts === true,
    pinned: false,
    mention_everyone: false,
    ...mentions(world, body),
    content: '',
    embeds: [],
    components: [],
    attachments: attached.map((one) => one.payload),
    flags: Number(body.flags ?? 0) & settableFlags,
    ...shownParts(body, attached),
    ...input.extra,
  };
  return message as unknown as Message;
}

/** Changes a message in place as PATCH does: only what the body names. */
export function applyEdit(
  world: World,
  channel: Channel,
  message: Message,
  body: Json,
  files: readonly UploadedFile[],
): void {
  const kept = Array.isArray(body.attachments) ? body.attachments.map((one: Json) => String(one.id)) : undefined;
  const uploads = attachments(world, channel, body, files);
  const earlier = message.attachments.filter((one) => kept === undefined || kept.includes(one.id));
  const before = earlier.map((payload) => ({ ...payload, payload: { ...payload } }));
  const attached = [...before, ...uploads];
  const flags =
    body.flags === undefined || body.flags === null ? {} : { flags: mergeFlags(message, Number(body.flags)) };
  Object.assign(message, shownParts(body, attached), flags, {
    attachments: attached.map((one) => one.payload),
    edited_timestamp: new Date().toISOString(),
    ...mentions(world, { content: message.content, ...body }),
  });
  world.changed();
}

/** Components v2 can be added by an edit and never taken away; of the others only link previews may change. */
function mergeFlags(message: Message, wanted: number): number {
  const changeable = 1 << 2;
  return (Number(message.flags) & ~changeable) | (wanted & (changeable | (1 << 15)));
}

/** What the bot reads: nothing of the double's own bookkeeping, and the thread as it is now. */
export function messageForBot(world: World, message: Message): APIMessage {
  const { visibleTo: _visibleTo, ...payload } = message;
  const thread = world.channels.get(message.id);
  const starts = thread?.thread && thread.parentId === message.channel_id;
  return starts ? ({ ...payload, thread: channelPayload(world, thread) } as unknown as APIMessage) : payload;
}

function shownParts(body: Json, attached: readonly Attached[]): Json {
  const parts: Json = {};
  if (body.content !== undefined) parts.content = typeof body.content === 'string' ? body.content.trim() : '';
  if (body.embeds !== undefined)
    parts.embeds = ((body.embeds ?? []) as Json[]).map((embed) => embedPayload(embed, attached));
  if (body.components !== undefined) parts.components = componentPayloads((body.components ?? []) as Json[], attached);
  return parts;
}

function embedPayload(embed: Json, attached: readonly Attached[]): Json {
  const given = Object.fromEntries(Object.entries(embed).filter(([, value]) => value !== null && value !== undefined));
  const media = (name: 'image' | 'thumbnail'): Json => {
    const source = given[name] as Json | undefined;
    if (!source) return {};
    const url = attached.find((one) => source.url === `attachment://${one.filename}`)?.url ?? String(source.url);
    return { [name]: { url, proxy_url: url } };
  };
  const fields = Array.isArray(given.fields)
    ? { fields: given.fields.map((one: Json) => ({ inline: false, ...one })) }
    : {};
  return { ...given, type: 'rich', ...fields, ...media('image'), ...media('thumbnail') };
}

function attachments(
  world: World,
  channel: Channel,
  body: Json,
  files: readonly UploadedFile[],
): (Attached & { payload: Json })[] {
  const described = (Array.isArray(body.attachments) ? body.attachments : []) as Json[];
  return files.map((file) => {
    const description = described.find((one) => String(one.id) === String(file.index));
    const filename = String(description?.filename ?? file.filename);
    const id = snowflake();
    const url = `https://cdn.discordapp.com/attachments/${channel.id}/${id}/${encodeURIComponent(filename)}`;
    const about = description?.description ? { description: description.description } : {};
    const size = file.bytes.length;
    world.attachedFiles.set(id, file.bytes);
    const payload = { id, filename, size, url, proxy_url: url, content_type: file.contentType, ...about };
    return { id, filename, size, url, payload };
  });
}

/** Who is mentioned by the text and allowed to be, as `mentions` and `mention_roles` list them. */
function mentions(world: World, body: Json): Json {
  const text = JSON.stringify([body.content ?? '', body.components ?? []]);
  const allowed = (body.allowed_mentions ?? {}) as { users?: string[]; roles?: string[] };
  const people = (allowed.users ?? []).filter((id) => text.includes(`<@${id}>`) && world.people.has(id));
  const roles = (allowed.roles ?? []).filter((id) => text.includes(`<@&${id}>`));
  return { mentions: people.map((id) => userPayload(world.getPerson(id))), mention_roles: roles };
}
