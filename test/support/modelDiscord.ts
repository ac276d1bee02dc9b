// A Discord reduced to what exactly-once depends on: a nonce is remembered for a while, a forum takes none, requests are lost before
// or after they land, or land late. Which fate a request meets is handed in, so that a run can be repeated.

import type { Finding, Outcome } from '../../src/domain/delivery.ts';
import type { ChannelId, Instant } from '../../src/domain/ids.ts';
import type { Place } from '../../src/domain/place.ts';
import type { MessageView } from '../../src/kit/message.ts';
import type { Publisher } from '../../src/ports/publisher.ts';
import { customIdsOf, textOf } from '../unit/views/readView.ts';

export const fates = ['done', 'lostBefore', 'lostAfter', 'late', 'limited', 'crashBefore', 'crashAfter'] as const;
export type Fate = (typeof fates)[number];

/** Discord's own memory of a nonce; "a few minutes". */
const nonceWindowMs = 120_000;
/** A late request lands within the time that the protocol lets it settle, and at its own time, whenever it is noticed. */
const lateMs = 20_000;

export interface Posted {
  readonly id: string;
  readonly channelId: string;
  readonly customIds: readonly string[];
  readonly text: string;
  readonly at: Instant;
  readonly nonce?: string;
}

export interface ModelDiscord {
  readonly publisher: Publisher<MessageView>;
  /** Oldest first. */
  readonly posted: readonly Posted[];
  readonly threads: ReadonlySet<string>;
  readonly crossposted: ReadonlySet<string>;
  /** Lets land what is late by now. */
  settle(): void;
  /** As a person does it. */
  remove(messageId: string): void;
}

/**
 * @param nextFate of each request that creates something or looks for it
 * @param nextDescription of each that asks what a channel is
 */
export function createModelDiscord(
  now: () => Instant,
  kindOf: (channelId: ChannelId) => Place['kind'],
  nextFate: () => Fate,
  nextDescription: () => Fate = () => 'done',
): ModelDiscord {
  const posted: Posted[] = [];
  const threads = new Set<string>();
  const crossposted = new Set<string>();
  let late: { readonly at: Instant; land(at: Instant): void }[] = [];
  let ids = 0;

  const settle = () => {
    const due = late.filter(({ at }) => at <= now());
    late = late.filter(({ at }) => at > now());
    for (const { at, land } of due) land(at);
  };

  const meet = (land: (at: Instant) => string): Outcome => {
    settle();
    const fate = nextFate();
    switch (fate) {
      case 'done':
        return { kind: 'done', id: land(now()) };
      case 'lostBefore':
        return { kind: 'unknown', cause: fate };
      case 'lostAfter':
        land(now());
        return { kind: 'unknown', cause: fate };
      case 'late':
        late.push({ at: now() + lateMs, land });
        return { kind: 'unknown', cause: fate };
      case 'limited':
        return { kind: 'notSent', cause: fate, retryAfterMs: 5_000 };
      case 'crashBefore':
        throw new Error(fate);
      case 'crashAfter':
        land(now());
        throw new Error(fate);
    }
  };

  const post = (at: Instant, channelId: string, view: MessageView, nonce?: string): string => {
    const known = posted.find((one) => nonce !== undefined && one.nonce === nonce && at - one.at <= nonceWindowMs);
    if (known) return known.id;
    ids += 1;
    const [customIds, text] = [customIdsOf(view), textOf(view)];
    posted.push({ id: `${ids}`, channelId, customIds, text, at, ...(nonce === undefined ? {} : { nonce }) });
    return `${ids}`;
  };

  const look = (isIt: (one: Posted) => boolean): Finding => {
    settle();
    const fate = nextFate();
    if (fate === 'crashBefore' || fate === 'crashAfter') throw new Error(fate);
    if (fate !== 'done') return { kind: 'failed', cause: fate };
    const found = posted.find(isIt);
    return found ? { kind: 'found', id: found.id } : { kind: 'absent' };
  };
  const carries = (marker: string) => (one: Posted) => one.customIds.some((id) => id.endsWith(marker));
  const edit = (messageId: string, view: MessageView): string => {
    const at = posted.findIndex(({ id }) => id === messageId);
    const before = posted[at];
    if (before) posted[at] = { ...before, text: textOf(view), customIds: customIdsOf(view) };
    return messageId;
  };
  const unused = async (): Promise<Outcome> => ({ kind: 'moot' });

  return {
    posted,
    threads,
    crossposted,
    settle,
    remove: (messageId) => {
      posted.splice(
        posted.findIndex(({ id }) => id === messageId),
        1,
      );
    },
    publisher: {
      describePlace: async (channelId) => {
        const fate = nextDescription();
        // It asks only, so that whatever goes wrong with it has sent nothing.
        if (fate !== 'done') return { kind: 'notSent', cause: fate, retryAfterMs: 5_000 };
        return {
          kind: 'place',
          place: { kind: kindOf(channelId), tags: [], requiresTag: false, mayManageThreads: false },
        };
      },
      openDirect: unused,
      deleteMessage: unused,
      renameThread: unused,
      editMessage: async (_, messageId, view) =>
        posted.some(({ id }) => id === messageId) ? meet(() => edit(messageId, view)) : { kind: 'removed' },
      findSent: async (_, messageId) => {
        const finding = look(({ id }) => id === messageId);
        return finding.kind === 'absent' ? { kind: 'removed' } : finding;
      },
      sendMessage: async (channelId, view, nonce) => meet((at) => post(at, channelId, view, nonce)),
      createPost: async (forumId, view) =>
        meet((at) => {
          const id = post(at, forumId, view);
          threads.add(id);
          return id;
        }),
      openThread: async (_, messageId) =>
        meet(() => {
          threads.add(messageId);
          return messageId;
        }),
      crosspost: async (_, messageId) =>
        meet(() => {
          crossposted.add(messageId);
          return messageId;
        }),
      findMessage: async ({ channelId, marker }) => look((one) => one.channelId === channelId && carries(marker)(one)),
      findPost: async ({ forumId, marker }) => look((one) => one.channelId === forumId && carries(marker)(one)),
      findThread: async (_, messageId) => {
        const finding = look(({ id }) => id === messageId);
        return finding.kind === 'found' && !threads.has(messageId) ? { kind: 'absent' } : finding;
      },
    },
  };
}
