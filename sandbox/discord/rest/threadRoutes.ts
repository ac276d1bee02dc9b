// Threads: from a message, on their own, as a forum post; and the lists of archived ones.

import {
  PermissionFlagsBits as Allow,
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
} from 'discord-api-types/v10';
import { channelPayload, newThreadState, threadMemberPayload } from '../payloads/channelPayload.ts';
import type { Json } from '../payloads/componentPayload.ts';
import { messageForBot, messagePayload } from '../payloads/messagePayload.ts';
import { compareIds, snowflake } from '../snowflake.ts';
import type { Channel } from '../state.ts';
import type { World } from '../world.ts';
import { getChannelFor, getMessageFor } from './access.ts';
import { type Call, created, ok, type Reply, type RouteTable } from './call.ts';
import { checkTags } from './forumTags.ts';
import { checkMaySend, postMessage } from './messageRoutes.ts';
import { checkRoomForThread } from './openThreads.ts';
import { invalidField, refusals } from './restError.ts';

const hasThreadFlag = 1 << 5;
const threadCreatedMessage = 18;
const threadStarterMessage = 21;
const defaultArchiveMinutes = 4320;
const mayStartThreads: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];
const postable: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

function openThread(world: World, parent: Channel, id: string, type: ChannelType, body: Json): Channel {
  checkRoomForThread(world, parent);
  const minutes = Number(body.auto_archive_duration ?? parent.defaultArchiveMinutes ?? defaultArchiveMinutes);
  const thread: Channel = {
    id,
    type,
    name: String(body.name),
    topic: null,
    ...(parent.guildId ? { guildId: parent.guildId } : {}),
    parentId: parent.id,
    position: 0,
    overwrites: [],
    tags: [],
    requiresTag: false,
    thread: newThreadState(world.applicationId, minutes, appliedTags(body)),
  };
  world.addChannel(thread);
  return thread;
}

function appliedTags(body: Json): string[] {
  return Array.isArray(body.applied_tags) ? body.applied_tags.map(String) : [];
}

function announce(world: World, thread: Channel): Json {
  const payload = { ...channelPayload(world, thread), member: threadMemberPayload(thread, world.applicationId) };
  world.dispatch(GatewayDispatchEvents.ThreadCreate, { ...payload, newly_created: true }, GatewayIntentBits.Guilds);
  return payload;
}

/** The thread takes the message's id, so a message can have one only; a second try is refused with 160004. */
function fromMessage({ world, params, body }: Call): Reply {
  const parent = getChannelFor(world, params.channel_id);
  if (!mayStartThreads.includes(parent.type)) throw refusals.wrongChannelType();
  getChannelFor(world, parent.id, Allow.CreatePublicThreads);
  const message = getMessageFor(world, parent, params.message_id);
  if (world.channels.has(message.id) || Number(message.flags) & hasThreadFlag) throw refusals.threadExists();
  const inNews = parent.type === ChannelType.GuildAnnouncement;
  const type = inNews ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
  const thread = openThread(world, parent, message.id, type, body);
  Object.assign(message, { flags: Number(message.flags) | hasThreadFlag });
  const reference = { type: 0, channel_id: parent.id, message_id: message.id, guild_id: parent.guildId };
  const starter = messagePayload(world, {
    channel: thread,
    author: world.getPerson(message.author.id),
    body: {},
    type: threadStarterMessage,
    extra: { message_reference: reference, position: 0 },
  });
  world.addMessage(starter);
  return created(announce(world, thread));
}

/** Without a type Discord makes a private thread. @see https://discord.com/developers/docs/resources/channel#start-thread-without-message */
function onItsOwn(call: Call): Reply {
  const { world, params, body } = call;
  const parent = getChannelFor(world, params.channel_id);
  if (postable.includes(parent.type)) return forumPost(call, parent);
  if (!mayStartThreads.includes(parent.type)) throw refusals.wrongChannelType();
  const type = Number(body.type ?? ChannelType.PrivateThread) as ChannelType;
  const isPrivate = type === ChannelType.PrivateThread;
  getChannelFor(world, parent.id, isPrivate ? Allow.CreatePrivateThreads : Allow.CreatePublicThreads);
  const thread = openThread(world, parent, snowflake(), type, body);
  if (!isPrivate) {
    const reference = { type: 0, channel_id: thread.id, guild_id: parent.guildId };
    const extra = { message_reference: reference };
    const notice = {
      channel: parent,
      author: world.bot,
      body: { content: thread.name },
      type: threadCreatedMessage,
      extra,
    };
    world.addMessage(messagePayload(world, notice));
  }
  return created(announce(world, thread));
}

/** A post is a thread whose first message has the thread's id; it takes no nonce. */
function forumPost(call: Call, forum: Channel): Reply {
  const { world, body, files } = call;
  if (!body.message) throw invalidField(['message'], 'BASE_TYPE_REQUIRED', 'This field is required');
  const message = body.message as Json;
  checkMaySend({ ...call, body: message }, forum);
  checkTags(world, forum, appliedTags(body), []);
  const thread = openThread(world, forum, snowflake(), ChannelType.PublicThread, body);
  const first = messagePayload(world, { channel: thread, author: world.bot, body: message, files, id: thread.id });
  postMessage(world, thread, first);
  return created({ ...announce(world, thread), message: messageForBot(world, first) });
}

const archivedAtMs = ({ thread }: Channel): number => Date.parse(thread?.archivedAt ?? '');

function archivedThreads({ world, params, query }: Call): Reply {
  const parent = getChannelFor(world, params.channel_id, Allow.ReadMessageHistory);
  const before = query.get('before');
  const limit = Number(query.get('limit') ?? 50);
  const archived = world
    .threadsOf(parent.id)
    .filter((one) => one.thread?.archived && one.type !== ChannelType.PrivateThread)
    .filter((one) => !before || archivedAtMs(one) < Date.parse(before))
    .sort((left, right) => archivedAtMs(right) - archivedAtMs(left) || compareIds(right.id, left.id));
  const shown = archived.slice(0, limit);
  return ok({
    threads: shown.map((thread) => channelPayload(world, thread)),
    members: shown.map((thread) => threadMemberPayload(thread, world.applicationId)),
    has_more: archived.length > limit,
  });
}

export const threadRoutes: RouteTable = {
  'POST /channels/{channel_id}/messages/{message_id}/threads': fromMessage,
  'POST /channels/{channel_id}/threads': onItsOwn,
  'GET /channels/{channel_id}/threads/archived/public': archivedThreads,
  'PUT /channels/{channel_id}/thread-members/@me': ({ world, params }) => {
    getChannelFor(world, params.channel_id);
    return { status: 204 };
  },
};
