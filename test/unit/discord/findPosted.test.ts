import { describe, expect, it } from 'vitest';
import type { Requests } from '../../../src/discord/createRequests.ts';
import { createFindPosted } from '../../../src/discord/findPosted.ts';
import type { ChannelId, Instant } from '../../../src/domain/ids.ts';

const channelId = '200' as ChannelId;
const now: Instant = Date.UTC(2026, 10, 24, 12);
const hourMs = 3_600_000;
const idAt = (at: Instant) => String(BigInt(at - 1_420_070_400_000) << 22n);

interface Posted {
  readonly at: Instant;
  readonly customId?: string;
}

/** A channel with these messages, in which every request after `limit` ones is put off until it is asked anew. */
function channelWith(posted: readonly Posted[], { limit = 99, clockAheadMs = 0, mayRead = 'yes' } = {}) {
  let left = limit;
  const requests: Requests = {
    clockAheadMs: () => clockAheadMs,
    abort: () => undefined,
    async send<Answer>(_method: string, route: string, { query }: { query?: URLSearchParams } = {}) {
      if (route === '/users/@me') return { id: '1' } as Answer;
      left -= 1;
      if (left < 0) throw new Error('rate limit');
      const after = BigInt(query?.get('after') ?? 0);
      const page = posted
        .map(({ at, customId }) => ({
          id: idAt(at),
          author: { id: '1' },
          components: [{ components: customId === undefined ? [] : [{ custom_id: customId }] }],
        }))
        .filter(({ id }) => BigInt(id) > after)
        .slice(0, Number(query?.get('limit')));
      return page.reverse() as Answer;
    },
  };
  const { findMessage } = createFindPosted({
    requests,
    mayReadHistory: () => (mayRead === 'unknown' ? undefined : mayRead === 'yes'),
  });
  return {
    find: (isDirect = false) => findMessage({ channelId, marker: 'mark', since: now, isDirect }),
    allow: (more: number) => {
      left = more;
    },
  };
}

const ours = (at: Instant): Posted => ({ at, customId: 'v1:a:b:1.mark' });
const chatter = (count: number): Posted[] => Array.from({ length: count }, (_, index) => ({ at: now + index * 1_000 }));

describe('a message that may have landed', () => {
  it('is found although our clock was ahead', async () => {
    expect(await channelWith([ours(now - hourMs / 2)]).find()).toMatchObject({ kind: 'found' });
    const late = channelWith([ours(now - 3 * hourMs)], { clockAheadMs: 3 * hourMs });
    expect(await late.find()).toMatchObject({ kind: 'found' });
  });

  it('is found in the end behind thousands of others, however often the search is broken off', async () => {
    const busy = channelWith([...chatter(3_500), ours(now + hourMs * 2)], { limit: 0 });
    const findings: string[] = [];
    for (let look = 0; look < 20 && findings.at(-1) !== 'found'; look += 1) {
      busy.allow(5);
      findings.push((await busy.find()).kind);
    }
    expect(findings).toEqual([...Array.from({ length: 7 }, () => 'failed'), 'found']);
  });

  it('is surely not there where the channel can be read and does not show it', async () => {
    expect(await channelWith(chatter(3), { mayRead: 'unknown' }).find()).toEqual({ kind: 'absent' });
    expect(await channelWith([]).find()).toEqual({ kind: 'absent' });
    expect(await channelWith([], { mayRead: 'no' }).find()).toEqual({ kind: 'unreadable' });
    expect(await channelWith([], { mayRead: 'unknown' }).find()).toMatchObject({ kind: 'failed' });
  });

  it('is surely not there where a quiet thread, of which nothing is known, shows older messages', async () => {
    const requests = {
      send: async (_method: string, route: string, { query }: { query?: URLSearchParams } = {}) => {
        if (route === '/users/@me') return { id: '1' };
        return query?.get('after') ? [] : [{ id: '5', author: { id: '1' }, components: [] }];
      },
      clockAheadMs: () => 0,
    };
    const { findMessage } = createFindPosted({ requests: requests as never, mayReadHistory: () => undefined });
    expect(await findMessage({ channelId: '9' as ChannelId, marker: 'm', since: now })).toEqual({ kind: 'absent' });
  });

  it('is surely not there where one person sees nothing of it: nobody is kept from reading messages to themselves', async () => {
    expect(await channelWith([], { mayRead: 'unknown' }).find(true)).toEqual({ kind: 'absent' });
  });
});
