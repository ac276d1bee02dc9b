import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planning } from '../../src/delivery/planning.ts';
import type { Entry } from '../../src/domain/article.ts';
import { addSource, entry, follow, hourMs, now, openTestStore } from '../unit/store/testStore.ts';

/** One article as the site keeps it, whatever it is called now. */
interface Kept {
  readonly name: string;
  readonly entry: Entry;
  readonly isShown: boolean;
}

type Change = (kept: readonly Kept[], turn: number) => readonly Kept[];

const place = fc.nat(20);
const alter = (which: number, change: (entry: Entry, turn: number) => Partial<Entry>): Change => {
  return (kept, turn) =>
    kept.map((one, index) =>
      index === which % kept.length ? { ...one, entry: { ...one.entry, ...change(one.entry, turn) } } : one,
    );
};
const show =
  (isShown: boolean, which?: number): Change =>
  (kept) =>
    kept.map((one, index) => (which === undefined || index === which % kept.length ? { ...one, isShown } : one));
const insert = (count: number): Change => {
  return (kept, turn) => {
    const names = Array.from({ length: count }, (_, index) => `${turn}-${index}-${kept.length}`);
    return [...names.map((name) => ({ name, entry: entry(name), isShown: true })), ...kept];
  };
};

const change = fc.oneof(
  fc.nat(4).map(insert),
  place.map((which) => alter(which, (_, turn) => ({ title: `Title of turn ${turn}` }))),
  place.map((which) => alter(which, (_, turn) => ({ teaser: `Written in turn ${turn}, at a length that tells it.` }))),
  place.map((which) => alter(which, (_, turn) => ({ publishedAt: now + turn * hourMs, updatedAt: now }))),
  place.map((which) => show(false, which)),
  fc.constant(show(true)),
  fc.constant<Change>((kept) => [...kept].reverse()),
);
/** A shown article gets another guid or another link, never both at once: then nothing but its words would tell. */
const renaming = fc.oneof(
  place.map((which) => alter(which, ({ url = '' }, turn) => ({ guid: `urn:${turn}:${url}` }))),
  place.map((which) => alter(which, ({ guid = '' }, turn) => ({ url: `https://new.example/${turn}/${guid}` }))),
);
const turn = fc.record({
  changes: fc.array(change, { maxLength: 4 }),
  renaming: fc.option(renaming, { nil: undefined }),
  repeated: fc.subarray([0, 1, 2]),
});

const wordsOf = ({ title, teaser }: Entry) => `${title}\n${teaser}`;
const reading = (entries: readonly Entry[], at: number) => ({
  entries,
  validators: {},
  readAt: now + at * hourMs,
  nextPollAt: now + (at + 1) * hourMs,
});

describe('any history of a feed', () => {
  it('brings each article exactly once, and an edit only where words changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 2, maxLength: 8 }), async (turns) => {
        const store = await openTestStore();
        const id = await addSource(store);
        await store.sources.saveReading(id, reading([], 0), planning);
        await follow(store, id);
        const seenWords = new Map<string, string>();
        let kept: readonly Kept[] = [];
        for (const [index, { changes, renaming, repeated }] of turns.entries()) {
          const at = index + 1;
          kept = changes.reduce((so, apply) => apply(so, at), kept);
          const shown = renaming
            ? renaming(
                kept.filter(({ isShown }) => isShown),
                at,
              )
            : kept.filter(({ isShown }) => isShown);
          kept = kept.map((one) => shown.find(({ name }) => name === one.name) ?? one);
          const entries = shown.map((one) => one.entry);
          const again = repeated.flatMap((which) => entries[which] ?? []);
          const saved = await store.sources.saveReading(id, reading([...entries, ...again], at), planning);

          const known = shown.filter(({ name }) => seenWords.has(name));
          expect(saved.newArticles).toBe(shown.length - known.length);
          const changed = known.filter((one) => seenWords.get(one.name) !== wordsOf(one.entry));
          expect(saved.changedArticles).toBe(changed.length);
          for (const one of shown) seenWords.set(one.name, wordsOf(one.entry));
        }
        const list = (query: string) => store.inspect.prepare(query).pluck().all();
        const posted = list("SELECT article_id FROM outbox WHERE purpose = 'article'");
        const asked = list('SELECT article_ids FROM floods').flatMap((ids) => JSON.parse(String(ids)));
        const brought = [...posted, ...asked];
        expect(brought).toHaveLength(seenWords.size);
        expect(new Set(brought).size).toBe(seenWords.size);
      }),
      { numRuns: 80 },
    );
  });
});
