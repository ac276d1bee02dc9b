import { describe, expect, it } from 'vitest';
import { permissions, permissionsToPost } from '../../../src/domain/permission.ts';

const toOpenThreads = ['CreatePublicThreads', 'SendMessagesInThreads'];

describe('what posting takes', () => {
  it.each(['text', 'announcement'] as const)('in a channel of kind %s: more where discussions are opened', (kind) => {
    const bare = permissionsToPost(false, kind);
    expect(bare).not.toEqual(expect.arrayContaining([toOpenThreads[0]]));
    expect(new Set(permissionsToPost(true, kind))).toEqual(new Set([...bare, ...toOpenThreads]));
  });

  it.each([true, false])('in a forum: to post and to write below, whether or not there are discussions', (threads) => {
    const needed = permissionsToPost(threads, 'forum');
    expect(needed).toEqual(expect.arrayContaining(['SendMessages', 'SendMessagesInThreads']));
    expect(needed).not.toContain('CreatePublicThreads');
  });

  it('in a thread: to write in threads, not in the channel around it', () => {
    expect(permissionsToPost(true, 'thread')).toContain('SendMessagesInThreads');
    expect(permissionsToPost(true, 'thread')).not.toContain('SendMessages');
  });

  it('anywhere in a server: to see the channel and its history', () => {
    for (const kind of ['text', 'announcement', 'forum', 'thread'] as const)
      expect(permissionsToPost(false, kind)).toEqual(
        expect.arrayContaining(['ViewChannel', 'EmbedLinks', 'ReadMessageHistory']),
      );
  });

  it('is never more than the invitation asks for', () => {
    for (const kind of ['text', 'announcement', 'forum', 'thread', 'direct'] as const)
      expect(permissions).toEqual(expect.arrayContaining([...permissionsToPost(true, kind)]));
  });
});
