// One HTTP step of a delivery at Discord: sent once, its outcome reported, nothing decided and nothing repeated here.

import { DiscordAPIError, type REST } from '@discordjs/rest';
import { type APIMessage, type APIThreadChannel, type APIUser, Routes } from 'discord.js';
import type { Finding, Outcome } from '../domain/delivery.ts';
import type { ChannelId, DeliveryId, Instant } from '../domain/ids.ts';
import type { MessageView } from '../kit/message.ts';
import type { Publisher } from '../ports/publisher.ts';
import { discordCodes, outcomeOfError } from './errors.ts';
import { messageBody } from './messageBody.ts';

/** Discord's first instant. @see https://docs.discord.com/developers/reference#snowflakes */
const discordEpochMs = 1_420_070_400_000n;
/** Our clock and Discord's may differ by this much, in milliseconds. */
const clockSkewMs = 120_000;
/** Messages a page of a channel's history holds at most. */
const historyPage = 100;
/** Pages looked through for a marker; a channel busier than that is looked through again later. */
const historyPages = 20;
/** Minutes of silence after which Discord archives a discussion: one week, the longest it offers. */
const archiveAfterMinutes = 10_080;

/** @param mayReadHistory whether the channel's history can be read, as far as is known; undefined when nothing is known */
export function createPublisher(
  rest: REST,
  mayReadHistory: (channelId: ChannelId) => boolean | undefined,
): Publisher<MessageView> {
  let self: Promise<string> | undefined;
  const ownId = () => {
    self ??= rest.get(Routes.user()).then((user) => (user as APIUser).id);
    self.catch(() => {
      self = undefined;
    });
    return self;
  };

  return {
    sendMessage: (channelId, view, nonce) =>
      report(async () => {
        const body = { ...messageBody(view), nonce, enforce_nonce: true };
        return ((await rest.post(Routes.channelMessages(channelId), { body })) as APIMessage).id;
      }),

    editMessage: (channelId, messageId, view) =>
      report(async () => {
        const route = Routes.channelMessage(channelId, messageId);
        return ((await rest.patch(route, { body: messageBody(view) })) as APIMessage).id;
      }),

    openThread: (channelId, messageId, name) =>
      report(async () => {
        try {
          const body = { name, auto_archive_duration: archiveAfterMinutes };
          return ((await rest.post(Routes.threads(channelId, messageId), { body })) as APIThreadChannel).id;
        } catch (error) {
          // The thread of a message has the message's id, so one that is there already is known by it.
          if (hasCode(error, discordCodes.threadExists)) return messageId;
          throw error;
        }
      }),

    findMessage: (channelId, deliveryId, since) =>
      look(async () => {
        const botId = await ownId();
        let after = snowflakeAt(since - clockSkewMs);
        let isHistoryVisible = false;
        for (let page = 0; page < historyPages; page += 1) {
          const query = new URLSearchParams({ after, limit: String(historyPage) });
          const messages = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
          isHistoryVisible ||= messages.length > 0;
          const own = messages.find((message) => message.author.id === botId && carriesMarker(message, deliveryId));
          if (own) return { kind: 'found', id: own.id };
          if (messages.length < historyPage) return concludeAbsent(isHistoryVisible, mayReadHistory(channelId));
          after = messages.reduce((latest, { id }) => (BigInt(id) > BigInt(latest) ? id : latest), after);
        }
        return { kind: 'failed', cause: 'too many messages to look through' };
      }),

    findThread: (_channelId, messageId) =>
      look(async () => {
        await rest.get(Routes.channel(messageId));
        return { kind: 'found', id: messageId };
      }),
  };
}

async function report(step: () => Promise<string>): Promise<Outcome> {
  try {
    return { kind: 'done', id: await step() };
  } catch (error) {
    return outcomeOfError(error);
  }
}

async function look(search: () => Promise<Finding>): Promise<Finding> {
  try {
    return await search();
  } catch (error) {
    const outcome = outcomeOfError(error);
    if (hasCode(error, discordCodes.unknownChannel) || outcome.kind === 'removed') return { kind: 'absent' };
    if (outcome.kind === 'refused') return { kind: 'unreadable' };
    return { kind: 'failed', cause: 'cause' in outcome ? outcome.cause : outcome.kind };
  }
}

/** Without Read Message History Discord answers an empty list, which proves nothing. */
function concludeAbsent(isHistoryVisible: boolean, mayRead: boolean | undefined): Finding {
  if (isHistoryVisible || mayRead === true) return { kind: 'absent' };
  return mayRead === false
    ? { kind: 'unreadable' }
    : { kind: 'failed', cause: 'permissions of the channel not known yet' };
}

function carriesMarker(message: APIMessage, deliveryId: DeliveryId): boolean {
  const pending: unknown[] = [...(message.components ?? [])];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (typeof part !== 'object' || part === null) continue;
    if ('custom_id' in part && typeof part.custom_id === 'string' && part.custom_id.includes(deliveryId)) return true;
    if ('components' in part && Array.isArray(part.components)) pending.push(...part.components);
    if ('accessory' in part) pending.push(part.accessory);
  }
  return false;
}

function snowflakeAt(instant: Instant): string {
  const sinceEpoch = BigInt(Math.max(0, Math.floor(instant))) - discordEpochMs;
  return String(sinceEpoch > 0n ? sinceEpoch << 22n : 0n);
}

function hasCode(error: unknown, code: number): boolean {
  return error instanceof DiscordAPIError && Number(error.code) === code;
}
