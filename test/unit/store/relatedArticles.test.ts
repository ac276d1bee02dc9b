import { beforeEach, describe, expect, it } from 'vitest';
import type { Article, Entry } from '../../../src/domain/article.ts';
import type { ChannelId, SourceId } from '../../../src/domain/ids.ts';
import { addSource, entry, follow, now, openTestStore, readInto, scope, type TestStore } from './testStore.ts';

let store: TestStore;
let sourceId: SourceId;

/** Words that say nothing of a subject, another share of them in each article. */
const filler = 'while perhaps others might argue another point which society members often raise during debate'.split(
  ' ',
);
const onGlaciers =
  'Glaciers in the Andes retreat, and glacier runoff no longer fills Andean reservoirs; reservoirs matter.';

function article(name: string, changes: Partial<Entry> = {}): Entry {
  const seed = name.length * 7;
  const words = Array.from({ length: 20 }, (_, at) => filler[(seed + at * 5) % filler.length]);
  return entry(name, { title: `Notes of ${name}`, teaser: '', text: `${words.join(' ')}.`, ...changes });
}

/** Read one after the other, so that each is later than those before it. */
async function read(...entries: readonly Entry[]): Promise<Article> {
  for (const [index, one] of entries.entries()) await readInto(store, sourceId, [one], now + index);
  const last = entries.at(-1);
  const found = await store.articles.findByUrl(last?.url ?? '', scope);
  if (!found) throw new Error('nothing was read');
  return found;
}

const titlesFor = async (one: Article, where = scope) =>
  (await store.articles.listRelated(one, where, 3)).map(({ title }) => title);

const glacier = (name: string, changes: Partial<Entry> = {}) =>
  article(name, { title: `Glaciers and reservoirs, ${name}`, text: `${onGlaciers} ${onGlaciers}`, ...changes });
const others = Array.from({ length: 20 }, (_, index) => article('x'.repeat(index + 1)));

beforeEach(async () => {
  store = await openTestStore();
  sourceId = await addSource(store);
  await follow(store, sourceId);
});

describe('related reading', () => {
  it('names earlier articles on the same subject, three at most, and nothing that only shares common words', async () => {
    const one = await read(...others, ...['a', 'b', 'c', 'd', 'e'].map((name) => glacier(name)));
    expect(await titlesFor(one)).toEqual(['d', 'c', 'b'].map((name) => `Glaciers and reservoirs, ${name}`));
    const unrelated = await store.articles.findByUrl('https://society.example/xxxxxxxxxx', scope);
    expect(unrelated && (await titlesFor(unrelated))).toEqual([]);
  });

  it('names none whose title tells nothing of the subject', async () => {
    const one = await read(...others, glacier('a'), glacier('b', { title: 'Notes of a traveller' }), glacier('c'));
    expect(await titlesFor(one)).toEqual(['Glaciers and reservoirs, a']);
  });

  it('names the same ones whatever comes later', async () => {
    const one = await read(...others, glacier('a'), glacier('b'));
    const before = await titlesFor(one);
    expect(before).toEqual(['Glaciers and reservoirs, a']);
    for (let index = 0; index < 8; index += 1) {
      await readInto(store, sourceId, [glacier(`later${index}`)], now + 100 + index);
    }
    // As after a restart, when nothing is remembered.
    const anew = { ...one, revision: one.revision + 1 };
    expect(await titlesFor(anew)).toEqual(before);
  });

  it('names no article of a channel that is not in sight, nor of a source nobody follows here', async () => {
    const hidden = await addSource(store, 'https://hidden.example/feed.xml');
    await follow(store, hidden, { channelId: '201' as ChannelId });
    await readInto(store, hidden, [glacier('secret')], now);
    const one = await read(...others, glacier('b'));
    expect(await titlesFor(one)).toEqual([]);
    const both = { ...scope, channelIds: { has: () => true } };
    expect(await titlesFor(one, both)).toEqual(['Glaciers and reservoirs, secret']);
  });

  it('does not name the same article from another source, nor one title twice', async () => {
    const other = await addSource(store, 'https://other.example/feed.xml');
    await follow(store, other);
    await readInto(store, other, [glacier('b', { guid: 'other' })], now);
    await readInto(store, other, [glacier('a1', { title: 'Glaciers and reservoirs' })], now + 1);
    await readInto(store, other, [glacier('a2', { title: 'Glaciers and Reservoirs' })], now + 2);
    const one = await read(...others, glacier('b'));
    expect(await titlesFor(one)).toEqual(['Glaciers and Reservoirs']);
  });

  it('says nothing rather than failing where the index is damaged', async () => {
    const one = await read(...others, glacier('a'), glacier('b'));
    store.inspect.unsafeMode();
    store.inspect.exec("UPDATE articles_fts_data SET block = x'00'");
    expect(await titlesFor({ ...one, revision: 9 })).toEqual([]);
  });
});
