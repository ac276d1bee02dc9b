// What Discord would show: a list of messages, and of everything that was done to them, in plain words.

import { randomUUID } from 'node:crypto';
import type { ChannelId, MessageId } from '../../../src/domain/ids.ts';
import type { MessageView } from '../../../src/kit/message.ts';
import type { Publisher } from '../../../src/ports/publisher.ts';
import { customIdsOf, textOf } from '../../unit/views/readView.ts';

interface Shown {
  readonly id: MessageId;
  readonly channelId: ChannelId;
  readonly nonce: string;
  view: MessageView;
}

export interface ShownMessages {
  readonly publisher: Publisher<MessageView>;
  /** Everything that was done in a channel, in order: `post One`, `edit One`, `question`, `trouble`, `digest One, Two`. */
  done(channelId: ChannelId): string[];
  /** Titles of the cards a channel shows, oldest first. */
  titles(channelId: ChannelId): string[];
  texts(channelId: ChannelId): string[];
  /** Roles and users that any edit would have pinged. */
  pingedByEdits(): string[];
  /** The id a button of the channel's newest message carries. */
  buttonId(channelId: ChannelId, action: string): string;
  /** The message a button was pressed on changes in place. */
  replaceNewest(channelId: ChannelId, view: MessageView): void;
}

export function createShownMessages(): ShownMessages {
  const messages: Shown[] = [];
  const done: { readonly channelId: ChannelId; readonly what: string }[] = [];
  const pings: string[] = [];
  const of = (channelId: ChannelId) => messages.filter((message) => message.channelId === channelId);
  const newest = (channelId: ChannelId) => {
    const message = of(channelId).at(-1);
    if (!message) throw new Error(`nothing was posted in ${channelId}`);
    return message;
  };
  const unused = async () => ({ kind: 'refused', reason: 'refused', detail: 'not part of these tests' }) as const;

  return {
    publisher: {
      describePlace: async () => ({
        kind: 'place',
        place: { kind: 'text', tags: [], requiresTag: false, mayManageThreads: false },
      }),
      openDirect: unused,
      createPost: unused,
      deleteMessage: unused,
      renameThread: unused,
      crosspost: unused,
      findPost: async () => ({ kind: 'absent' }),
      async sendMessage(channelId, view, nonce) {
        const known = messages.find((message) => message.nonce === nonce);
        if (known) return { kind: 'done', id: known.id };
        const id = randomUUID() as MessageId;
        messages.push({ id, channelId, nonce, view });
        done.push({ channelId, what: inWords('post', view) });
        return { kind: 'done', id };
      },
      async editMessage(channelId, messageId, view) {
        const message = messages.find(({ id }) => id === messageId);
        if (!message) return { kind: 'removed' };
        message.view = view;
        pings.push(...(view.mentions?.roles ?? []), ...(view.mentions?.users ?? []));
        done.push({ channelId, what: inWords('edit', view) });
        return { kind: 'done', id: messageId };
      },
      openThread: unused,
      findMessage: async ({ marker }) => {
        const found = messages.find(({ view }) => customIdsOf(view).some((id) => id.endsWith(marker)));
        return found ? { kind: 'found', id: found.id } : { kind: 'absent' };
      },
      findSent: async (_, id) => ({ kind: 'found', id }),
      findThread: async () => ({ kind: 'absent' }),
    },
    done: (channelId) => done.filter((one) => one.channelId === channelId).map(({ what }) => what),
    titles: (channelId) => of(channelId).flatMap(({ view }) => titleOf(view) ?? []),
    texts: (channelId) => of(channelId).map(({ view }) => textOf(view)),
    pingedByEdits: () => pings,
    buttonId(channelId, action) {
      const id = customIdsOf(newest(channelId).view).find((candidate) => candidate.includes(`:${action}:`));
      if (id === undefined) throw new Error(`no button ${action}`);
      return id.split(':')[3] ?? '';
    },
    replaceNewest(channelId, view) {
      newest(channelId).view = view;
    },
  };
}

function inWords(act: 'post' | 'edit', view: MessageView): string {
  const title = titleOf(view);
  if (title !== undefined) return `${act} ${title}`;
  const text = textOf(view);
  if (customIdsOf(view).some((id) => id.includes(':flood-'))) return 'question';
  if (text.includes('can be read again')) return 'recovered';
  if (text.includes("I can't read")) return 'trouble';
  const listed = [...text.matchAll(/^- \[(.*?)\]\(/gm)].map(([, name]) => name);
  return listed.length > 0 ? `digest ${listed.join(', ')}` : `${act} ${text}`;
}

function titleOf(view: MessageView): string | undefined {
  const [, linked, plain] = /^### (?:\[(.*)\]\(.*\)|(.*))$/m.exec(textOf(view)) ?? [];
  return linked ?? plain;
}
