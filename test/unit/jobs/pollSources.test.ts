import { beforeEach, describe, expect, it } from 'vitest';
import { planning } from '../../../src/delivery/planning.ts';
import { SourceError } from '../../../src/domain/errors.ts';
import type { SourceId } from '../../../src/domain/ids.ts';
import { createPollSources } from '../../../src/jobs/pollSources.ts';
import { createLog } from '../../../src/kit/log.ts';
import { noMetrics } from '../../../src/ports/metrics.ts';
import type { FeedReading, NotModified, Reader } from '../../../src/ports/reader.ts';
import { addSource, entry, follow, hourMs, now, openTestStore, type TestStore } from '../store/testStore.ts';

let store: TestStore;
let answers: Map<string, () => Promise<FeedReading | NotModified>>;
let asked: string[];

const reading = (changes: Partial<FeedReading> = {}): FeedReading => ({
  kind: 'read',
  url: 'https://society.example/feed.xml',
  title: 'Society',
  entries: [],
  validators: {},
  isPartial: false,
  ...changes,
});

function openPolls(at = now) {
  const reader = {
    readFeed: async (url: string) => {
      asked.push(url);
      return (answers.get(url) ?? (async () => reading()))();
    },
  } as unknown as Reader;
  const clock = { now: () => at };
  const parts = {
    ...store,
    reader,
    clock,
    log: createLog('silent'),
    metrics: noMetrics,
    passCheckpoint: () => undefined,
  };
  return createPollSources({ ...parts, intervalMs: () => hourMs, random: () => 0 });
}

async function followed(url: string): Promise<SourceId> {
  const id = await addSource(store, url);
  await follow(store, id);
  return id;
}

beforeEach(async () => {
  store = await openTestStore();
  answers = new Map();
  asked = [];
});

describe('a source that another server listed first', () => {
  const url = 'https://society.example/feed.xml';
  const listed = { url, title: 'Buy cheap here', siteUrl: 'https://shop.example/', kind: 'index' } as const;

  it('goes by its own name from the first reading on, and by that alone', async () => {
    const { id } = await store.sources.save(listed, now);
    await follow(store, id);
    answers.set(url, async () => reading({ title: 'Society', language: 'de' }));
    await openPolls().pollNow(id);
    const { title, siteUrl, language } = await store.sources.get(id);
    expect({ title, siteUrl, language }).toEqual({ title: 'Society', siteUrl: undefined, language: 'de' });
    answers.set(url, async () => reading({ title: 'Renamed', fingerprint: 'x' }));
    await openPolls(now + hourMs).pollNow(id);
    expect((await store.sources.get(id)).title).toBe('Society');
  });

  it('keeps the name it was given where it has none itself', async () => {
    const { id } = await store.sources.save(listed, now);
    answers.set(url, async () => reading({ title: ' ' }));
    await openPolls().pollNow(id);
    expect((await store.sources.get(id)).title).toBe('Buy cheap here');
  });

  it('is the feed that was found there, and no page', async () => {
    const { id } = await store.sources.save(listed, now);
    const cursor = { validators: {}, readAt: now, nextPollAt: now + hourMs };
    const described = { title: 'Society', kind: 'feed' } as const;
    await store.sources.saveReading(id, { ...cursor, entries: [], described }, planning);
    expect(await store.sources.get(id)).toMatchObject({ kind: 'feed', title: 'Society' });
  });
});

describe('reading what is due', () => {
  it('lets no slow site keep another waiting, and reads none twice at a time', async () => {
    const [slow, quick] = [await followed('https://slow.example/'), await followed('https://quick.example/')];
    let answer: (feed: FeedReading) => void = () => undefined;
    answers.set(
      'https://slow.example/',
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const polls = openPolls();
    await polls.pollDue();
    await polls.pollNow(quick);
    await polls.pollDue();
    expect(asked.filter((url) => url.includes('slow'))).toHaveLength(1);
    expect((await store.sources.get(quick)).lastReadAt).toBe(now);
    expect((await store.sources.get(slow)).lastReadAt).toBeUndefined();
    answer(reading());
    await polls.settle();
    expect((await store.sources.get(slow)).lastReadAt).toBe(now);
  });

  it('waits for the end of a host’s pause without calling it trouble', async () => {
    const id = await followed('https://busy.example/feed');
    await store.hostPauses.save('busy.example', now + 5 * hourMs);
    const polls = openPolls();
    await polls.pollDue();
    await polls.settle();
    expect(asked).toEqual([]);
    expect(await store.sources.get(id)).toMatchObject({ nextPollAt: now + 5 * hourMs });
    expect((await store.sources.get(id)).trouble).toBeUndefined();
  });

  it('takes what is cut off at the end of the process for no trouble of the site', async () => {
    const id = await followed('https://society.example/feed');
    let fail: (error: Error) => void = () => undefined;
    answers.set(
      'https://society.example/feed',
      () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
    );
    const polls = openPolls();
    await polls.pollDue();
    const finished = polls.finish();
    fail(new SourceError('unreachable'));
    await finished;
    expect((await store.sources.get(id)).trouble).toBeUndefined();
    await polls.pollDue();
    expect(asked).toHaveLength(1);
  });

  it('stops a site that says for the third time that it is gone, until somebody asks again', async () => {
    const id = await followed('https://gone.example/feed');
    answers.set('https://gone.example/feed', async () => {
      throw new SourceError('gone', { status: 410 });
    });
    for (const at of [now, now + 30 * hourMs, now + 60 * hourMs, now + 90 * hourMs]) {
      const polls = openPolls(at);
      await polls.pollDue();
      await polls.settle();
    }
    expect(asked).toHaveLength(3);
    expect((await store.sources.get(id)).stoppedAt).toBe(now + 60 * hourMs);
    await store.sources.restart(id, now + 91 * hourMs);
    answers.delete('https://gone.example/feed');
    const polls = openPolls(now + 91 * hourMs);
    await polls.pollDue();
    await polls.settle();
    expect(await store.sources.get(id)).toMatchObject({ lastReadAt: now + 91 * hourMs });
    expect((await store.sources.get(id)).stoppedAt).toBeUndefined();
  });

  it('saves the cursor alone when the feed holds what it held', async () => {
    const id = await followed('https://society.example/feed');
    const url = 'https://society.example/feed';
    answers.set(url, async () => reading({ fingerprint: 'same', validators: { etag: '"1"' } }));
    await openPolls().pollNow(id);
    answers.set(url, async () => reading({ fingerprint: 'same', validators: { etag: '"2"' } }));
    await openPolls(now + hourMs).pollNow(id);
    expect(await store.sources.get(id)).toMatchObject({ validators: { etag: '"2"' }, lastReadAt: now + hourMs });
  });

  it('waits for the end of a pause that began while it waited for its turn, without calling it trouble', async () => {
    const id = await followed('https://busy.example/feed');
    answers.set('https://busy.example/feed', async () => {
      throw new SourceError('limited', { host: 'busy.example' }, { retryAfterMs: 5 * hourMs });
    });
    await expect(openPolls().pollNow(id)).rejects.toMatchObject({ code: 'limited' });
    expect(await store.sources.get(id)).toMatchObject({ nextPollAt: now + 5 * hourMs });
    expect((await store.sources.get(id)).trouble).toBeUndefined();
  });

  it('asks once more without a condition for a document that came in part, and then takes it as it is', async () => {
    const url = 'https://society.example/feed';
    const id = await followed(url);
    const read = async (etag: string, fingerprint: string, isCut: boolean) => {
      const cut = isCut ? ({ isPartial: true, isCut } as const) : {};
      answers.set(url, async () => reading({ ...cut, fingerprint, validators: { etag, url } }));
      await openPolls().pollNow(id);
      return (await store.sources.get(id)).validators.etag;
    };
    expect(await read('"1"', 'whole', false)).toBe('"1"');
    expect(await read('"2"', 'part', true)).toBeUndefined();
    expect(await read('"2"', 'part', true)).toBe('"2"');
    expect(await read('"3"', 'new part', true)).toBeUndefined();
    expect(await read('"4"', 'whole again', false)).toBe('"4"');
  });

  it('takes nothing for news that the first document left out because it was cut', async () => {
    const url = 'https://society.example/feed';
    const id = await followed(url);
    answers.set(url, async () => reading({ entries: [entry('c')], isPartial: true, isCut: true }));
    await openPolls().pollNow(id);
    answers.set(url, async () => reading({ entries: [entry('c'), entry('b'), entry('a')] }));
    expect(await openPolls().pollNow(id)).toMatchObject({ newArticles: 2, deliveries: 0 });
  });

  it('remembers how long an answer stays fresh for a 304 that does not say', async () => {
    const url = 'https://society.example/feed';
    const id = await followed(url);
    answers.set(url, async () => reading({ freshForMs: 3 * hourMs }));
    await openPolls().pollNow(id);
    for (const at of [now + 3 * hourMs, now + 6 * hourMs]) {
      answers.set(url, async () => ({ kind: 'notModified', validators: {} }));
      await openPolls(at).pollNow(id);
      expect((await store.sources.get(id)).nextPollAt).toBe(at + 3 * hourMs);
    }
    answers.set(url, async () => ({ kind: 'notModified', validators: {}, freshForMs: 0 }));
    await openPolls().pollNow(id);
    expect((await store.sources.get(id)).nextPollAt).toBeLessThan(now + 3 * hourMs);
  });

  it('keeps to the hours that the document skips, after trouble as well', async () => {
    const url = 'https://society.example/feed';
    const id = await followed(url);
    answers.set(url, async () => reading({ wishes: { skipHours: [12, 13, 14] } }));
    await openPolls().pollNow(id);
    answers.set(url, async () => {
      throw new SourceError('status', { status: 500 });
    });
    await expect(openPolls().pollNow(id)).rejects.toMatchObject({ code: 'status' });
    expect((await store.sources.get(id)).nextPollAt).toBe(now + 3 * hourMs);
  });
});
