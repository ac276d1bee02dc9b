import { expect, it } from 'vitest';
import { createFindPosted } from '../../../src/discord/findPosted.ts';
import type { ChannelId, GuildId, Instant } from '../../../src/domain/ids.ts';

const now: Instant = Date.UTC(2026, 10, 24, 12);
const hourMs = 3_600_000;
const since = now - 100 * hourMs;
const idAt = (at: Instant) => String(BigInt(at - 1_420_070_400_000) << 22n);

interface Archived {
  readonly archivedAt: Instant;
  readonly isOurs?: true;
}

/** A forum whose posts are archived, all but ours begun by others. Each look may ask for some pages before it is put off. */
function forumOf(posts: Archived[]) {
  let left = 0;
  const begunAt = since + hourMs;
  const listArchived = (query?: URLSearchParams) => {
    left -= 1;
    if (left < 0) throw new Error('rate limit');
    const before = Date.parse(query?.get('before') ?? '9999-01-01');
    const latestFirst = posts.toSorted((a, b) => b.archivedAt - a.archivedAt);
    const rest = latestFirst.filter(({ archivedAt }) => archivedAt < before);
    const limit = Number(query?.get('limit'));
    const threads = rest.slice(0, limit).map(({ archivedAt, isOurs }) => ({
      id: idAt(begunAt),
      parent_id: '200',
      owner_id: isOurs ? '1' : '2',
      name: 'A title',
      thread_metadata: { archive_timestamp: new Date(archivedAt).toISOString() },
    }));
    return { threads, has_more: rest.length > limit };
  };
  const requests = {
    clockAheadMs: () => 0,
    send: async (_method: string, route: string, { query }: { query?: URLSearchParams } = {}) => {
      if (route === '/users/@me') return { id: '1' };
      if (route.includes('/threads/active')) return { threads: [] };
      if (route.includes('/threads/archived')) return listArchived(query);
      return { components: [{ components: [{ custom_id: 'v1:a:b:1.mark' }] }] };
    },
  };
  const { findPost } = createFindPosted({ requests: requests as never, mayReadHistory: () => true });
  return {
    posts,
    async look(pages: number) {
      left = pages;
      const lost = { guildId: '100' as GuildId, forumId: '200' as ChannelId, marker: 'mark', name: 'A title', since };
      return (await findPost(lost)).kind;
    },
  };
}

/** One archived each second, the latest just now. */
const others = (count: number): Archived[] =>
  Array.from({ length: count }, (_, index) => ({ archivedAt: now - index * 1_000 }));

it('is surely not there once all that was archived since was looked through', async () => {
  const forum = forumOf(others(5_000));
  const looks = [await forum.look(99), await forum.look(99), await forum.look(99)];
  expect(looks).toEqual(['failed', 'failed', 'absent']);
});

it('needs no look at what was archived before it was first tried', async () => {
  const earlier = Array.from({ length: 500 }, (_, index) => ({ archivedAt: since - 2 * hourMs - index }));
  expect(await forumOf([...others(150), ...earlier]).look(2)).toBe('absent');
});

it('is found among thousands, however often the search is broken off', async () => {
  const forum = forumOf([...others(3_000), { archivedAt: now - 2_950_500, isOurs: true }]);
  const looks: string[] = [];
  while (looks.length < 20 && looks.at(-1) !== 'found') looks.push(await forum.look(5));
  expect(looks.at(-1)).toBe('found');
});

it('is found where it was archived while the search was broken off', async () => {
  const forum = forumOf(others(3_000));
  expect(await forum.look(15)).toBe('failed');
  forum.posts.push({ archivedAt: now + 500, isOurs: true });
  expect(await forum.look(15)).toBe('found');
});

it('is not taken for absent before what was archived since has been looked through', async () => {
  const forum = forumOf(others(3_000));
  expect(await forum.look(15)).toBe('failed');
  for (let index = 1; index <= 250; index += 1) forum.posts.push({ archivedAt: now + index });
  forum.posts.push({ archivedAt: now, isOurs: true });
  expect(await forum.look(2)).toBe('failed');
  expect(await forum.look(3)).toBe('found');
});
