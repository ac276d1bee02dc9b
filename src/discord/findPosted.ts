// Looks for what a lost request may have posted, by the marker in its components. Nothing is concluded from what cannot be read.

import { type APIMessage, type APIThreadChannel, type APIThreadList, type APIUser, Routes } from 'discord.js';
import type { Finding } from '../domain/delivery.ts';
import type { ChannelId, Instant, MessageId } from '../domain/ids.ts';
import type { LostMessage, LostPost } from '../ports/publisher.ts';
import type { Requests } from './createRequests.ts';
import { discordCodes, hasCode, outcomeOfError } from './errors.ts';

/** Discord's first instant. @see https://docs.discord.com/developers/reference#snowflakes */
const discordEpochMs = 1_420_070_400_000n;
/** Looked through before the first request, since our clock may have been set meanwhile. Milliseconds. */
const marginMs = 3_600_000;
/** Entries of one page of messages or of archived threads. */
const pageSize = 100;
/** Pages looked through at once; the rest of a busy channel's is looked through later. */
const pageLimit = 20;

interface ArchivedThreads {
  /** Last archived first. */
  readonly threads: readonly APIThreadChannel[];
  readonly has_more: boolean;
}

/** Archived threads that were looked through, by when they were archived, as Discord writes it. */
interface Span {
  readonly newest: string;
  readonly oldest: string;
}

export interface FindParts {
  readonly requests: Requests;
  /** Whether the channel's history can be read, as far as is known; undefined when nothing is known. */
  readonly mayReadHistory: (channelId: ChannelId) => boolean | undefined;
}

export function createFindPosted({ requests, mayReadHistory }: FindParts) {
  let self: Promise<string> | undefined;
  /** How far a search came that was broken off: a busy channel is gone through in the end, whatever stops it now and then. */
  const reached = new Map<string, string>();
  const reachedArchived = new Map<string, Span>();
  const earliestOf = (since: Instant) => since - marginMs - Math.max(0, requests.clockAheadMs());
  const ownId = () => {
    self ??= requests.send<APIUser>('GET', Routes.user()).then(({ id }) => id);
    self.catch(() => {
      self = undefined;
    });
    return self;
  };

  /** Without Read Message History Discord answers an empty list, which proves nothing. */
  const concludeAbsent = async ({ channelId, isDirect }: LostMessage, isHistoryVisible: boolean): Promise<Finding> => {
    const mayRead = isDirect === true || isHistoryVisible || (mayReadHistory(channelId) ?? (await showsAny(channelId)));
    if (mayRead === true) return { kind: 'absent' };
    return mayRead === false
      ? { kind: 'unreadable' }
      : { kind: 'failed', cause: 'permissions of the channel not known yet' };
  };

  /** A quiet thread is in no cache; any message that it shows, however old, proves that its history can be read. */
  const showsAny = async (channelId: ChannelId) => {
    const query = new URLSearchParams({ limit: '1' });
    const latest = await requests.send<APIMessage[]>('GET', Routes.channelMessages(channelId), { query });
    return latest.length > 0 ? true : undefined;
  };

  return {
    findMessage: (message: LostMessage) =>
      look(async () => {
        const { channelId, marker } = message;
        const botId = await ownId();
        const key = `${channelId} ${marker}`;
        let after = reached.get(key) ?? snowflakeAt(earliestOf(message.since));
        let isHistoryVisible = false;
        for (let page = 0; page < pageLimit; page += 1) {
          const query = new URLSearchParams({ after, limit: String(pageSize) });
          const messages = await requests.send<APIMessage[]>('GET', Routes.channelMessages(channelId), { query });
          isHistoryVisible ||= messages.length > 0;
          const own = messages.find((one) => one.author.id === botId && carriesMarker(one, marker));
          if (own || messages.length < pageSize) {
            reached.delete(key);
            return own ? { kind: 'found', id: own.id } : concludeAbsent(message, isHistoryVisible);
          }
          after = messages.reduce((latest, { id }) => (BigInt(id) > BigInt(latest) ? id : latest), after);
          reached.set(key, after);
        }
        return { kind: 'failed', cause: 'more messages to look through' };
      }),

    findPost: (post: LostPost) =>
      look(async () => {
        const botId = await ownId();
        const earliest = BigInt(snowflakeAt(earliestOf(post.since)));
        const isOurs = ({ id, parent_id, owner_id }: APIThreadChannel) =>
          parent_id === post.forumId && owner_id === botId && BigInt(id) >= earliest;
        const { threads } = await requests.send<APIThreadList>('GET', Routes.guildActiveThreads(post.guildId));
        const open = await findAmong((threads as APIThreadChannel[]).filter(isOurs), post);
        return open ?? findArchived(post, isOurs);
      }),

    async findSent(channelId: ChannelId, messageId: MessageId): Promise<Finding> {
      const finding = await look(async () => {
        await requests.send('GET', Routes.channelMessage(channelId, messageId));
        return { kind: 'found', id: messageId };
      });
      return finding.kind === 'absent' ? { kind: 'removed' } : finding;
    },

    findThread: (_channelId: ChannelId, messageId: string) =>
      look(async () => {
        const { name } = await requests.send<APIThreadChannel>('GET', Routes.channel(messageId));
        return { kind: 'found', id: messageId, threadName: name ?? '' };
      }),
  };

  /** Last archived first. A search that was broken off goes on where it was, once what was archived since is looked through. */
  async function findArchived(post: LostPost, isOurs: (thread: APIThreadChannel) => boolean): Promise<Finding> {
    const key = `${post.forumId} ${post.marker}`;
    const known = reachedArchived.get(key);
    let isJoined = known === undefined;
    let [newest, before]: (string | undefined)[] = [];
    for (let page = 0; page < pageLimit; page += 1) {
      const query = new URLSearchParams({ limit: String(pageSize), ...(before ? { before } : {}) });
      const route = Routes.channelThreads(post.forumId, 'public');
      const { threads, has_more: hasMore } = await requests.send<ArchivedThreads>('GET', route, { query });
      const found = await findAmong(threads.filter(isOurs), post);
      const oldest = threads.at(-1)?.thread_metadata?.archive_timestamp;
      // What was archived before the attempt cannot hold what came of it.
      const isPast = oldest === undefined || Date.parse(oldest) < earliestOf(post.since);
      if (found || isPast || !hasMore) {
        reachedArchived.delete(key);
        // Discord lists archived threads only to who may read the history, so this absence is proved.
        return found ?? { kind: 'absent' };
      }
      newest ??= threads[0]?.thread_metadata?.archive_timestamp ?? oldest;
      const isJoining = known !== undefined && !isJoined && Date.parse(oldest) <= Date.parse(known.newest);
      before = isJoining ? known.oldest : oldest;
      isJoined ||= isJoining;
      if (isJoined) reachedArchived.set(key, { newest, oldest: before });
    }
    return { kind: 'failed', cause: 'more threads to look through' };
  }

  /** The first message of a forum post has its thread's id. */
  async function findAmong(
    threads: readonly APIThreadChannel[],
    { marker, name }: LostPost,
  ): Promise<Finding | undefined> {
    for (const { id, name: threadName } of threads) {
      try {
        const first = await requests.send<APIMessage>('GET', Routes.channelMessage(id, id));
        if (carriesMarker(first, marker)) return { kind: 'found', id, threadName: threadName ?? '' };
      } catch (error) {
        // A thread that was deleted while it was looked at is none.
        if (hasCode(error, discordCodes.unknownChannel)) continue;
        if (!hasCode(error, discordCodes.unknownMessage)) throw error;
        if (threadName === name) return { kind: 'removed' };
      }
    }
    return undefined;
  }
}

async function look(search: () => Promise<Finding>): Promise<Finding> {
  try {
    return await search();
  } catch (error) {
    if (hasCode(error, discordCodes.unknownChannel)) return { kind: 'absent' };
    const outcome = outcomeOfError(error);
    if (outcome.kind === 'removed') return { kind: 'absent' };
    if (outcome.kind === 'refused') return { kind: 'unreadable' };
    return { kind: 'failed', cause: 'cause' in outcome ? outcome.cause : outcome.kind };
  }
}

function carriesMarker(message: APIMessage, marker: string): boolean {
  const pending: unknown[] = [...(message.components ?? [])];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (typeof part !== 'object' || part === null) continue;
    if ('custom_id' in part && typeof part.custom_id === 'string' && part.custom_id.endsWith(marker)) return true;
    if ('components' in part && Array.isArray(part.components)) pending.push(...part.components);
    if ('accessory' in part) pending.push(part.accessory);
  }
  return false;
}

function snowflakeAt(instant: Instant): string {
  const sinceEpoch = BigInt(Math.max(0, Math.floor(instant))) - discordEpochMs;
  return String(sinceEpoch > 0n ? sinceEpoch << 22n : 0n);
}
