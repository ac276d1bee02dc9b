import { DiscordAPIError } from '@discordjs/rest';
import { describe, expect, it } from 'vitest';
import { createPublisher } from '../../../src/discord/publisher.ts';
import type { ChannelId, MessageId } from '../../../src/domain/ids.ts';

const view = { components: [{ type: 10 as const, content: 'News' }] };

/** A discussion that is archived, and what is asked of it. @param mayManage whether the bot may open one that is locked */
function archivedThread({ locked = false, mayManage = false } = {}) {
  const thread = { archived: true, locked };
  const refuse = (code: number, status: number) => {
    const url = 'https://discord.example';
    return new DiscordAPIError({ code, message: 'no' }, code, status, 'PATCH', url, { body: {}, files: [] });
  };
  const send = async (method: string, route: string) => {
    if (method === 'GET') return { id: '7', name: 'Tides', thread_metadata: thread };
    if (route === '/channels/7') {
      if (locked && !mayManage) throw refuse(50013, 403);
      thread.archived = false;
      return {};
    }
    if (thread.archived) throw refuse(50083, 400);
    return {};
  };
  const publisher = createPublisher({
    requests: { send, clockAheadMs: () => 0, abort: () => undefined } as never,
    mayReadHistory: () => true,
    findKnownPlace: () => undefined,
  });
  return { publisher, thread };
}

type Publisher = ReturnType<typeof createPublisher>;
const changes = {
  changed: (publisher: Publisher) => publisher.editMessage('7' as ChannelId, '8' as MessageId, view),
  'taken back': (publisher: Publisher) => publisher.deleteMessage('7' as ChannelId, '8' as MessageId),
};

describe.each(Object.entries(changes))('a message in a discussion that Discord has archived, to be %s', (_, change) => {
  it('is, once the discussion is open again', async () => {
    const { publisher, thread } = archivedThread();
    expect(await change(publisher)).toEqual({ kind: 'done', id: '8' });
    expect(thread.archived).toBe(false);
  });

  it.each([true, false])('is left as it is where a person locked it; bot may open it: %s', async (mayManage) => {
    const { publisher, thread } = archivedThread({ locked: true, mayManage });
    expect(await change(publisher)).toMatchObject({ kind: 'refused', reason: 'threadLocked' });
    expect(thread.archived).toBe(true);
  });
});

it('a discussion that a person locked is still known by the name it has, and follows its article once it is open', async () => {
  const { publisher } = archivedThread({ locked: true, mayManage: true });
  const renamed = await publisher.renameThread('7' as ChannelId, 'Tides', 'Tides and moons');
  expect(renamed).toEqual({ kind: 'done', id: 'Tides' });
  const open = await archivedThread().publisher.renameThread('7' as ChannelId, 'Tides', 'Tides and moons');
  expect(open).toEqual({ kind: 'done', id: 'Tides and moons' });
});
