// Reading and changing channels and threads, and opening direct messages.

import { PermissionFlagsBits as Allow, GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { channelPayload, directChannel } from '../payloads/channelPayload.ts';
import type { Json } from '../payloads/componentPayload.ts';
import type { Channel, ThreadState } from '../state.ts';
import type { World } from '../world.ts';
import { getChannelFor, mayInChannel, parentOf } from './access.ts';
import { type Call, ok, type RouteTable } from './call.ts';
import { checkTags } from './forumTags.ts';
import { checkRoomForThread } from './openThreads.ts';
import { refusals } from './restError.ts';

function patchChannel({ world, params, body }: Call) {
  const channel = getChannelFor(world, params.channel_id);
  if (channel.thread) patchThread(world, channel, channel.thread, body);
  else {
    if (!mayInChannel(world, channel, Allow.ManageChannels)) throw refusals.missingPermissions();
    if (typeof body.name === 'string') channel.name = body.name;
    if (body.topic !== undefined) channel.topic = body.topic as string | null;
  }
  const event = channel.thread ? GatewayDispatchEvents.ThreadUpdate : GatewayDispatchEvents.ChannelUpdate;
  world.dispatch(event, channelPayload(world, channel), GatewayIntentBits.Guilds);
  return ok(channelPayload(world, channel));
}

const ownersKeys = ['name', 'archived', 'auto_archive_duration'];

/**
 * Who may send may open an archived thread; its owner may rename and archive it; the rest needs Manage Threads.
 * @see https://discord.com/developers/docs/resources/channel#modify-channel-json-params-thread
 */
function patchThread(world: World, channel: Channel, thread: ThreadState, body: Json): void {
  const keys = Object.keys(body);
  const owns = thread.ownerId === world.applicationId && keys.every((key) => ownersKeys.includes(key));
  const opens = body.archived === false;
  const onlyOpens = opens && keys.length === 1 && mayInChannel(world, channel, Allow.SendMessagesInThreads);
  const mayManage = mayInChannel(world, channel, Allow.ManageThreads);
  if (!mayManage && (thread.locked || !(owns || onlyOpens))) throw refusals.missingPermissions();
  if (thread.archived && !opens) throw refusals.threadArchived();
  if (thread.archived) checkRoomForThread(world, parentOf(world, channel));
  if (typeof body.name === 'string') channel.name = body.name;
  if (typeof body.locked === 'boolean') thread.locked = body.locked;
  if (typeof body.auto_archive_duration === 'number') thread.autoArchiveMinutes = body.auto_archive_duration;
  if (Array.isArray(body.applied_tags)) retag(world, channel, thread, body.applied_tags.map(String));
  if (typeof body.archived === 'boolean' && body.archived !== thread.archived) {
    thread.archived = body.archived;
    thread.archivedAt = new Date().toISOString();
  }
}

function retag(world: World, channel: Channel, thread: ThreadState, wanted: string[]): void {
  checkTags(world, parentOf(world, channel), wanted, thread.appliedTags);
  thread.appliedTags = wanted;
}

function deleteChannel({ world, params }: Call) {
  const channel = getChannelFor(world, params.channel_id);
  const needed = channel.thread ? Allow.ManageThreads : Allow.ManageChannels;
  if (!mayInChannel(world, channel, needed)) throw refusals.missingPermissions();
  const payload = channelPayload(world, channel);
  removeChannel(world, channel);
  return ok(payload);
}

/** Takes a channel away with its threads, and says so over the gateway. */
export function removeChannel(world: World, channel: Channel): void {
  const payload = channelPayload(world, channel);
  const { id, type, guildId: guild_id, parentId: parent_id } = channel;
  for (const thread of world.threadsOf(channel.id)) world.removeChannel(thread);
  world.removeChannel(channel);
  if (channel.thread) {
    world.dispatch(GatewayDispatchEvents.ThreadDelete, { id, type, guild_id, parent_id }, GatewayIntentBits.Guilds);
  } else world.dispatch(GatewayDispatchEvents.ChannelDelete, payload, GatewayIntentBits.Guilds);
}

function openDirectMessages({ world, body }: Call) {
  const person = world.people.get(String(body.recipient_id));
  if (!person) throw refusals.unknownUser();
  if (person.isBot) throw refusals.cannotMessageBot();
  return ok(channelPayload(world, directChannel(world, person.id)));
}

export const channelRoutes: RouteTable = {
  'GET /channels/{channel_id}': ({ world, params }) =>
    ok(channelPayload(world, getChannelFor(world, params.channel_id))),
  'PATCH /channels/{channel_id}': patchChannel,
  'DELETE /channels/{channel_id}': deleteChannel,
  'POST /users/@me/channels': openDirectMessages,
};
