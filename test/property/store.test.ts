import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/article.ts';
import type { Delivery, Transition } from '../../src/domain/delivery.ts';
import type { ChannelId } from '../../src/domain/ids.ts';
import {
  addSource,
  delivery,
  entry,
  follow,
  guildId,
  now,
  openTestStore,
  readInto,
  scope,
} from '../unit/store/testStore.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('"', '*', '(', ')', ':', '^', '-', ' ', 'a', 'AND', 'NEAR', '\u0000', '\ud800', '…', "'"),
  }),
);

/** As people, their keyboards and their pasteboards type. */
const wildQuery = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'AND',
        'OR',
        'NOT',
        'NEAR(',
        'NEAR/2',
        'title:',
        'source :',
        '{text}',
        '^',
        '*',
        '-',
        '+',
        '"',
        '“',
        '»',
        "'",
      ),
      fc.constantFrom(
        '🙂',
        '👩‍👩‍👧',
        'שלום',
        'مرحبا',
        '気候',
        'ไทย',
        '\ue0001',
        '\u202e',
        '%',
        '_',
        '\\',
        ';--',
        '(',
        ')',
        ',',
      ),
      fc.constantFrom('treaty', 'treaties', 'riv', 'r', 'Ångström', 'a', '2027', 'ﬁ', 'İ'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 40 },
  )
  .chain((parts) => fc.constantFrom(' ', '').map((between) => parts.join(between).slice(0, 200)));

describe('searching', () => {
  it('answers whatever a person types, and offers no more than fits', async () => {
    const store = await openTestStore();
    const id = await addSource(store);
    await follow(store, id);
    await readInto(store, id, [
      entry('a', { title: 'River treaties', text: 'Near the Ångström river, and not far. 気候変動と海岸。' }),
      entry('b', { text: 'שלום 2027 ไทยแลนด์ 100% treaty_text' }),
    ]);
    await fc.assert(
      fc.asyncProperty(wildQuery, async (text) => {
        const { hits, total, hasMore } = await store.articles.search(scope, text, {}, { limit: 5, offset: 0 });
        expect(hits.length).toBe(total);
        expect(hasMore).toBe(false);
        expect((await store.articles.suggest(scope, text, 25)).length).toBeLessThanOrEqual(25);
      }),
      { numRuns: 500 },
    );
  });

  it('finds an article by the beginning of any of its words', async () => {
    const store = await openTestStore();
    const id = await addSource(store);
    await follow(store, id);
    const text =
      'Universities and governments relate economics to national environmental policies, carefully organised.';
    await readInto(store, id, [entry('a', { title: 'Balancing', text })]);
    const words = text.match(/\w+/g) ?? [];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...words), fc.nat(20), async (word, cut) => {
        const typed = word.slice(0, Math.max(3, word.length - cut));
        expect((await store.articles.search(scope, typed, {}, { limit: 5, offset: 0 })).total).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  it('takes any text', async () => {
    const store = await openTestStore();
    const id = await addSource(store);
    await follow(store, id);
    await readInto(store, id, [entry('a', { text: 'and near not or a' }), entry('b')]);
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const { hits, total } = await store.articles.search(scope, text, {}, { limit: 5, offset: 0 });
        expect(hits.length).toBe(total);
        await store.articles.suggest(scope, text, 5);
        await store.articles.findByUrl(text, scope);
      }),
      { numRuns: 300 },
    );
  });
});

describe('reading a source again', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  /** One later reading: which entries it shows, in which order, and what became of each. */
  const reading = fc.record({
    shown: fc.shuffledSubarray(names),
    guidsChanged: fc.boolean(),
    datesBumped: fc.boolean(),
    titlesChanged: fc.boolean(),
  });

  it('never takes a known article for a new one, whatever its order, dates, title or guid', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(reading, { minLength: 1, maxLength: 4 }), async (readings) => {
        const store = await openTestStore();
        const id = await addSource(store);
        await readInto(
          store,
          id,
          names.map((name) => entry(name, { publishedAt: now - 1_000 })),
        );
        await follow(store, id);
        for (const [index, { shown, guidsChanged, datesBumped, titlesChanged }] of readings.entries()) {
          const at = now + index + 1;
          const entries = shown.map(
            (name): Entry =>
              entry(name, {
                ...(guidsChanged ? { guid: `urn:${index}:${name}` } : {}),
                ...(datesBumped ? { publishedAt: at, updatedAt: at } : {}),
                ...(titlesChanged ? { title: `Title ${index} of ${name}` } : {}),
              }),
          );
          const { saved } = await readInto(store, id, entries, at);
          expect(saved.newArticles).toBe(0);
        }
        expect((await store.outbox.count(guildId)).waiting).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('knows every entry again, whatever its texts hold', async () => {
    const anyEntry = fc
      .record({ guid: anyText, title: anyText, teaser: anyText, text: anyText })
      .map((texts) =>
        entry('x', { ...texts, url: `https://society.example/${Buffer.from(texts.guid).toString('hex')}` }),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { maxLength: 8 }), async (entries) => {
        const store = await openTestStore();
        const id = await addSource(store);
        await readInto(store, id, []);
        await follow(store, id);
        await readInto(store, id, entries, now + 1);
        const { saved } = await readInto(store, id, entries, now + 2);
        expect(saved).toEqual({ newArticles: 0, changedArticles: 0, deliveries: 0 });
      }),
      { numRuns: 60 },
    );
  });
});

describe('the outbox', () => {
  const command = fc.oneof(
    fc.record({ do: fc.constant('claim' as const), worker: fc.constantFrom('one', 'two'), afterMs: fc.nat(80) }),
    fc.record({
      do: fc.constant('send' as const),
      worker: fc.constantFrom('one', 'two'),
      which: fc.nat(9),
      afterMs: fc.nat(80),
    }),
    fc.record({
      do: fc.constant('record' as const),
      worker: fc.constantFrom('one', 'two'),
      which: fc.nat(9),
      to: fc.constantFrom('done' as const, 'pending' as const, 'held' as const),
    }),
  );

  it('finishes no step twice and lets no row of a channel overtake another, whatever two workers do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 40 }), async (commands) => {
        const store = await openTestStore();
        const channels = ['200', '201'] as ChannelId[];
        await store.outbox.add(
          channels.flatMap((channelId) => [1, 2].map((orderedAt) => delivery({ channelId, orderedAt }))),
          now,
        );
        const seen = new Map<string, Delivery[]>([
          ['one', []],
          ['two', []],
        ]);
        const done: string[] = [];
        const settled: Delivery[] = [];
        let at = now;
        for (const step of commands) {
          const held = seen.get(step.worker) ?? [];
          if (step.do === 'claim') {
            at += step.afterMs;
            held.push(...(await store.outbox.claimDue({ owner: step.worker, now: at, leaseMs: 100, limit: 9 })));
            continue;
          }
          const row = held[step.which % Math.max(held.length, 1)];
          if (!row) continue;
          if (step.do === 'send') {
            at += step.afterMs;
            const sending = await store.outbox.markSending(row, step.worker, at);
            if (sending) held.push(sending);
            continue;
          }
          const transition: Transition =
            step.to === 'done'
              ? { to: 'done', id: '1' }
              : step.to === 'held'
                ? { to: 'held', reason: 'refused', missing: [] }
                : { to: 'pending', dueAt: at };
          const recorded = await store.outbox.record(row, step.worker, transition, at);
          if (recorded && step.to === 'done') done.push(`${row.id}:${row.step}`);
          if (recorded?.state === 'sent') settled.push(recorded);
        }
        expect(new Set(done).size).toBe(done.length);
        for (const channelId of channels) {
          const order = settled.filter((row) => row.channelId === channelId).map(({ orderedAt }) => orderedAt);
          expect(order).toEqual([...order].sort());
        }
      }),
      { numRuns: 60 },
    );
  });
});
