import SqliteDatabase from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { Place } from '../../../src/domain/place.ts';
import type { AdvanceParts } from '../../../src/jobs/advance.ts';
import { forgetCertainty } from '../../../src/store/afterRestore.ts';
import { startWithArticle, takeTurns } from '../../support/startAdvancing.ts';

/** An article that had not begun in the copy that was put back, and has been posted since. */
async function startRestored(kind: Place['kind'], publisher: Partial<AdvanceParts['publisher']>) {
  const { parts, ...started } = await startWithArticle();
  const copy = new SqliteDatabase(started.store.path, { timeout: 0 });
  started.time.at += 3_600_000;
  forgetCertainty(copy, started.time.at);
  copy.close();
  const place = { kind, tags: [], requiresTag: false, mayManageThreads: false };
  const described: AdvanceParts['publisher'] = {
    ...parts.publisher,
    describePlace: async () => ({ kind: 'place', place }),
    ...publisher,
  };
  return { ...started, parts: { ...parts, publisher: described } };
}

const minutes = Array<number>(6).fill(61_000);

it('is looked for among the posts of a forum, and not posted there again', async () => {
  const { store, discord, parts, time } = await startRestored('forum', {
    findMessage: async () => ({ kind: 'absent' }),
    findPost: async () => ({ kind: 'found', id: '77' }),
  });
  await takeTurns(store, parts, time, minutes);
  expect(discord.posted.filter(({ channelId }) => channelId === '200')).toEqual([]);
  expect(store.inspect.prepare("SELECT results ->> 'message' FROM outbox").pluck().get()).toBe('77');
});

it('opens no discussion within a discussion', async () => {
  const opened: string[] = [];
  const { store, parts, time } = await startRestored('thread', {
    findMessage: async () => ({ kind: 'found', id: '77' }),
    findThread: async () => ({ kind: 'absent' }),
    openThread: async (_, messageId) => {
      opened.push(messageId);
      return { kind: 'unfit', detail: '50024' };
    },
  });
  await takeTurns(store, parts, time, minutes);
  expect(opened).toEqual([]);
});

it('is published where it is announced', async () => {
  const published: string[] = [];
  const { store, parts, time } = await startRestored('announcement', {
    findMessage: async ({ marker }) => ({ kind: 'found', id: marker.endsWith('question') ? '78' : '77' }),
    crosspost: async (_, id) => {
      published.push(id);
      return { kind: 'done', id };
    },
  });
  await takeTurns(store, parts, time, minutes);
  expect(published).toEqual(['77']);
});

it('waits where its channel cannot be described', async () => {
  const { store, discord, parts, time } = await startRestored('text', {
    describePlace: async () => ({ kind: 'notSent', cause: '503' }),
  });
  await takeTurns(store, parts, time, minutes);
  expect(discord.posted).toEqual([]);
  expect(store.inspect.prepare('SELECT state FROM outbox').pluck().get()).toBe('unknown');
});
