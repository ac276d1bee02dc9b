// The HTTP steps of a delivery at Discord: each sent once, its outcome reported, nothing decided and no create repeated here.

import type { APIChannel, APIMessage, APIThreadChannel } from 'discord.js';
import { Routes } from 'discord.js';
import type { Outcome } from '../domain/delivery.ts';
import type { ChannelId } from '../domain/ids.ts';
import type { Place } from '../domain/place.ts';
import type { MessageView } from '../kit/message.ts';
import type { Publisher } from '../ports/publisher.ts';
import type { Requests } from './createRequests.ts';
import { askForPlace } from './describePlace.ts';
import { discordCodes, hasCode, outcomeOfError } from './errors.ts';
import { createFindPosted, type FindParts } from './findPosted.ts';
import { messageBody } from './messageBody.ts';
import { type CheckedBody, describeFaults, findFaults } from './messageFaults.ts';

/** Minutes of silence after which Discord archives a discussion, where the channel says nothing: a week, the longest it offers. */
const archiveAfterDefaultMinutes = 10_080;

export interface PublisherParts extends FindParts {
  /** What the gateway has told of a channel. */
  readonly findKnownPlace: (channelId: ChannelId) => Place | undefined;
}

export function createPublisher(parts: PublisherParts): Publisher<MessageView> {
  const { requests } = parts;
  return {
    ...createFindPosted(parts),

    async describePlace(channelId, afresh) {
      const place = afresh ? undefined : parts.findKnownPlace(channelId);
      return place ? { kind: 'place', place } : askForPlace(requests, channelId);
    },

    openDirect: (userId) =>
      report(
        async () => (await requests.send<APIChannel>('POST', Routes.userChannels(), body({ recipient_id: userId }))).id,
      ),

    sendMessage(channelId, view, nonce) {
      const message = { ...messageBody(view), nonce, enforce_nonce: true };
      return reportChecked(message, async () => {
        return (await requests.send<APIMessage>('POST', Routes.channelMessages(channelId), body(message))).id;
      });
    },

    createPost(forumId, view, { name, tagIds, archiveAfterMinutes = archiveAfterDefaultMinutes }) {
      const tags = tagIds.length === 0 ? {} : { applied_tags: tagIds };
      const post = { name, auto_archive_duration: archiveAfterMinutes, message: messageBody(view), ...tags };
      return reportChecked(post, async () => {
        return (await requests.send<APIThreadChannel>('POST', Routes.threads(forumId), body(post))).id;
      });
    },

    editMessage(channelId, messageId, view) {
      const message = messageBody(view);
      return reportChecked(message, async () => {
        const route = Routes.channelMessage(channelId, messageId);
        await inOpenThread(requests, channelId, () => requests.send('PATCH', route, body(message)));
        return messageId;
      });
    },

    deleteMessage: (channelId, messageId) =>
      report(async () => {
        const route = Routes.channelMessage(channelId, messageId);
        await inOpenThread(requests, channelId, () => requests.send('DELETE', route));
        return messageId;
      }),

    openThread(channelId, messageId, { name, archiveAfterMinutes = archiveAfterDefaultMinutes }) {
      const thread = { name, auto_archive_duration: archiveAfterMinutes };
      return reportChecked(thread, async () => {
        try {
          return (await requests.send<APIThreadChannel>('POST', Routes.threads(channelId, messageId), body(thread))).id;
        } catch (error) {
          // The thread of a message has the message's id, so one that is there already is known by it.
          if (hasCode(error, discordCodes.threadExists)) return messageId;
          throw error;
        }
      });
    },

    renameThread: (threadId, from, to) =>
      report(async () => {
        const thread = await requests.send<APIThreadChannel>('GET', Routes.channel(threadId));
        const { archived, locked } = thread.thread_metadata ?? {};
        if (thread.name === to) return to;
        // What a person called otherwise, or locked, keeps its name.
        if (thread.name !== from || locked) return from;
        const open = archived ? { archived: false } : {};
        await requests.send('PATCH', Routes.channel(threadId), body({ name: to, ...open }));
        return to;
      }),

    crosspost: (channelId, messageId) =>
      report(async () => {
        try {
          await requests.send('POST', Routes.channelMessageCrosspost(channelId, messageId));
        } catch (error) {
          if (!hasCode(error, discordCodes.alreadyCrossposted)) throw error;
        }
        return messageId;
      }),
  };
}

function body(json: unknown) {
  return { body: json };
}

/** Discord changes nothing in a thread that it has archived, so that one is opened first; one that a person locked is not. */
async function inOpenThread(requests: Requests, channelId: ChannelId, step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!hasCode(error, discordCodes.threadArchived)) throw error;
    const thread = await requests.send<APIThreadChannel>('GET', Routes.channel(channelId));
    if (thread.thread_metadata?.locked) throw error;
    await requests.send('PATCH', Routes.channel(channelId), body({ archived: false }));
    await step();
  }
}

/** Nothing is sent of a body that Discord would refuse. */
async function reportChecked(
  checked: CheckedBody & { readonly name?: string },
  step: () => Promise<string>,
): Promise<Outcome> {
  const faults = findFaults(checked);
  if (faults.length > 0) return { kind: 'invalid', detail: describeFaults(faults) };
  const outcome = await report(step);
  const { name: threadName } = checked;
  return outcome.kind === 'done' && threadName !== undefined ? { ...outcome, threadName } : outcome;
}

async function report(step: () => Promise<string>): Promise<Outcome> {
  try {
    return { kind: 'done', id: await step() };
  } catch (error) {
    return outcomeOfError(error);
  }
}
