// Messages: create (with enforce_nonce), read, list, edit, delete, publish.

import {
  PermissionFlagsBits as Allow,
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
} from 'discord-api-types/v10';
import { channelPayload } from '../payloads/channelPayload.ts';
import { applyEdit, messageForBot, messagePayload } from '../payloads/messagePayload.ts';
import { compareIds } from '../snowflake.ts';
import type { Channel, Message } from '../state.ts';
import type { World } from '../world.ts';
import { getChannelFor, getMessageFor, mayInChannel } from './access.ts';
import { type Call, noContent, ok, type Reply, type RouteTable } from './call.ts';
import { checkTakesEdits, checkTakesMessages } from './openThreads.ts';
import { refusals } from './restError.ts';

const crosspostedFlag = 1 << 1;
const defaultListLength = 50;
const forums: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

function createMessage(call: Call): Reply {
  const { world, params, body, files, nonces } = call;
  const channel = getChannelFor(world, params.channel_id);
  if (forums.includes(channel.type)) throw refusals.notATextChannel();
  checkMaySend(call, channel);
  const nonce = body.nonce === undefined || body.nonce === null ? undefined : String(body.nonce);
  if (nonce !== undefined && body.enforce_nonce === true) {
    const earlier = nonces.find(world.applicationId, nonce);
    if (earlier) {
      const message = world.findMessage(earlier.channelId, earlier.messageId);
      if (!message) throw refusals.unknownMessage();
      return ok({ ...messageForBot(world, message), nonce });
    }
  }
  const message = messagePayload(world, { channel, author: world.bot, body, files });
  if (nonce !== undefined) nonces.remember(world.applicationId, nonce, channel.id, message.id);
  postMessage(world, channel, message);
  return ok({ ...messageForBot(world, message), ...(nonce === undefined ? {} : { nonce }) });
}

/** Sending rights, and the rights for what the body carries. */
export function checkMaySend({ world, body, files }: Call, channel: Channel): void {
  if (channel.recipientId) checkReaches(world, channel.recipientId);
  const sending = channel.thread ? Allow.SendMessagesInThreads : Allow.SendMessages;
  const embeds = Array.isArray(body.embeds) && body.embeds.length > 0 ? [Allow.EmbedLinks] : [];
  const attachments = files.length > 0 ? [Allow.AttachFiles] : [];
  for (const bit of [sending, ...embeds, ...attachments]) {
    if (!mayInChannel(world, channel, bit)) throw refusals.missingPermissions();
  }
  checkTakesMessages(world, channel);
}

/** A direct message needs a guild that both are in, and a person who takes them. */
function checkReaches(world: World, personId: string): void {
  if (!world.botGuilds.some((guild) => guild.members.has(personId))) throw refusals.noMutualGuilds();
  if (!world.getPerson(personId).takesDirectMessages) throw refusals.cannotMessageUser();
}

/** Puts a message into its channel; a thread that was archived opens again. */
export function postMessage(world: World, channel: Channel, message: Message): void {
  if (channel.thread) {
    if (message.id !== channel.id) channel.thread.totalSent += 1;
    if (channel.thread.archived) {
      channel.thread.archived = false;
      channel.thread.archivedAt = new Date().toISOString();
      world.dispatch(GatewayDispatchEvents.ThreadUpdate, channelPayload(world, channel), GatewayIntentBits.Guilds);
    }
  }
  world.addMessage(message);
  if (message.visibleTo) return;
  const intent = channel.guildId ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
  const place = channel.guildId ? { guild_id: channel.guildId } : {};
  world.dispatch(GatewayDispatchEvents.MessageCreate, { ...messageForBot(world, message), ...place }, intent);
}

function listMessages({ world, params, query }: Call): Reply {
  const channel = getChannelFor(world, params.channel_id);
  if (!mayInChannel(world, channel, Allow.ReadMessageHistory)) return ok([]);
  const limit = Number(query.get('limit') ?? defaultListLength);
  const seen = world.messagesIn(channel.id).filter((message) => !message.visibleTo);
  const [before, after, around] = ['before', 'after', 'around'].map((name) => query.get(name));
  return ok(page(seen, limit, { before, after, around }).map((message) => messageForBot(world, message)));
}

interface Range {
  readonly before: string | null | undefined;
  readonly after: string | null | undefined;
  readonly around: string | null | undefined;
}

/** Newest first, whatever the range; `after` takes the ones right after the id, not the newest of all. */
function page(oldestFirst: readonly Message[], limit: number, { before, after, around }: Range): Message[] {
  const olderThan = (id: string) => oldestFirst.filter((message) => compareIds(message.id, id) < 0);
  const newerThan = (id: string) => oldestFirst.filter((message) => compareIds(message.id, id) > 0);
  if (around) {
    const half = Math.floor(limit / 2);
    const middle = oldestFirst.filter((message) => message.id === around);
    return [...olderThan(around).slice(-half), ...middle, ...newerThan(around).slice(0, half)].reverse();
  }
  if (before) return olderThan(before).slice(-limit).reverse();
  if (after) return newerThan(after).slice(0, limit).reverse();
  return oldestFirst.slice(-limit).reverse();
}

function getMessage({ world, params }: Call): Reply {
  const channel = getChannelFor(world, params.channel_id, Allow.ReadMessageHistory);
  return ok(messageForBot(world, getMessageFor(world, channel, params.message_id)));
}

function editMessage({ world, params, body, files }: Call): Reply {
  const channel = getChannelFor(world, params.channel_id);
  const message = getMessageFor(world, channel, params.message_id);
  if (message.author.id !== world.applicationId) throw refusals.notYourMessage();
  checkTakesEdits(world, channel);
  applyEdit(world, channel, message, body, files);
  return ok(messageForBot(world, message));
}

function deleteMessage({ world, params }: Call): Reply {
  const channel = getChannelFor(world, params.channel_id);
  const message = getMessageFor(world, channel, params.message_id);
  const own = message.author.id === world.applicationId;
  if (!own && !mayInChannel(world, channel, Allow.ManageMessages)) throw refusals.missingPermissions();
  if (channel.thread?.archived) throw refusals.threadArchived();
  removeMessage(world, channel, message.id);
  return noContent;
}

/** Takes a message away and says so over the gateway; a thread that hangs on it stays. */
export function removeMessage(world: World, channel: Channel, messageId: string): void {
  world.removeMessage(channel.id, messageId);
  const place = channel.guildId ? { guild_id: channel.guildId } : {};
  const intent = channel.guildId ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
  world.dispatch(GatewayDispatchEvents.MessageDelete, { id: messageId, channel_id: channel.id, ...place }, intent);
}

function crosspost({ world, params }: Call): Reply {
  const channel = getChannelFor(world, params.channel_id);
  if (channel.type !== ChannelType.GuildAnnouncement) throw refusals.wrongChannelType();
  const message = getMessageFor(world, channel, params.message_id);
  const own = message.author.id === world.applicationId;
  const needed = own ? Allow.SendMessages : Allow.ManageMessages;
  if (!mayInChannel(world, channel, needed)) throw refusals.missingPermissions();
  if (Number(message.flags) & crosspostedFlag) throw refusals.alreadyCrossposted();
  Object.assign(message, { flags: Number(message.flags) | crosspostedFlag });
  world.changed();
  return ok(messageForBot(world, message));
}

export const messageRoutes: RouteTable = {
  'POST /channels/{channel_id}/messages': createMessage,
  'GET /channels/{channel_id}/messages': listMessages,
  'GET /channels/{channel_id}/messages/{message_id}': getMessage,
  'PATCH /channels/{channel_id}/messages/{message_id}': editMessage,
  'DELETE /channels/{channel_id}/messages/{message_id}': deleteMessage,
  'POST /channels/{channel_id}/messages/{message_id}/crosspost': crosspost,
  'POST /channels/{channel_id}/typing': ({ world, params }) => {
    getChannelFor(world, params.channel_id);
    return noContent;
  },
};
