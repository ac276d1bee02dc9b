import { beforeEach, describe, expect, it } from 'vitest';
import { Transient } from '../../../src/domain/errors.ts';
import type { ArticleId, SourceId } from '../../../src/domain/ids.ts';
import { createKeepReadings } from '../../../src/jobs/keepReadings.ts';
import { createLog } from '../../../src/kit/log.ts';
import { readArticle } from '../../../src/reading/readArticle.ts';
import { openStore } from '../../../src/store/openStore.ts';
import {
  addSource,
  entry,
  follow,
  now,
  openTestStore,
  readInto,
  scope,
  type TestStore,
  temporaryFolder,
} from './testStore.ts';

const log = createLog('silent', { secrets: [] });
const text = 'Grain prices rose by 12 per cent in May. Mills closed in two towns. Bread became dear for everybody.';
let store: TestStore;
let sourceId: SourceId;

beforeEach(async () => {
  store = await openTestStore();
  sourceId = await addSource(store);
  await follow(store, sourceId);
});

const keep = () => createKeepReadings({ ...store, log })();
const read = (changes = {}, at = now) => readInto(store, sourceId, [entry('grain', { text, ...changes })], at);

async function find() {
  const article = await store.articles.findByUrl('https://society.example/grain', scope);
  if (!article) throw new Error('it is lost');
  return { article, reading: await store.articleReadings.find(article) };
}

describe('what is read of articles when they come in', () => {
  it('is what would be read of them when they are asked for', async () => {
    await read();
    expect((await find()).reading).toBeUndefined();
    await keep();
    const { article, reading } = await find();
    expect(reading).toEqual(readArticle(article, 'standard'));
    expect(reading?.text).toContain('Grain prices rose');
    expect(await store.articleReadings.listUnread(9)).toEqual([]);
  });

  it.each([
    { title: 'Grain again' },
    { text: `${text} Then it rained.` },
    { language: 'de' },
    { teaser: 'Another teaser of some length.' },
  ])('is read anew where it is changed: %j', async (change) => {
    await read();
    await keep();
    await read(change, now + 1);
    const { article, reading } = await find();
    expect(article).toMatchObject(change);
    expect(reading).toBeUndefined();
    await keep();
    expect((await find()).reading).toEqual(readArticle(article, 'standard'));
  });

  it('is not kept of words that were changed meanwhile', async () => {
    await read();
    const { article } = await find();
    await read({ text: 'It never rose.' }, now + 1);
    await store.articleReadings.keep(article, readArticle(article, 'standard'));
    expect((await find()).reading).toBeUndefined();
  });

  it('is read anew by another version of the bot', async () => {
    const url = `file:${temporaryFolder()}/bot.sqlite`;
    const seen: unknown[] = [];
    for (const version of ['1', '1', '2']) {
      const opened = await openStore(url, undefined, undefined, version);
      const source = await addSource(opened);
      await readInto(opened, source, [entry('grain', { text })]);
      const [unread] = await opened.articleReadings.listUnread(9);
      seen.push(unread?.title);
      await createKeepReadings({ ...opened, log })();
      await opened.close();
    }
    expect(seen).toEqual(['Title of grain', undefined, 'Title of grain']);
  });

  it('goes with the article', async () => {
    await read();
    await keep();
    store.inspect.pragma('foreign_keys = ON');
    store.inspect.exec('DELETE FROM articles');
    expect(store.inspect.prepare('SELECT count(*) FROM article_readings').pluck().get()).toBe(0);
  });

  it('names the nearest earlier articles as they were', async () => {
    const grain = (name: string) =>
      entry(name, { title: `Grain and mills, ${name}`, text: `Mills grind grain. ${name}. Mills grind grain.` });
    const others = Array.from({ length: 25 }, (_, index) => entry(`other${index}`, { text: `Word${index} of a day.` }));
    for (const [index, one] of [...others, grain('one'), grain('two'), grain('three')].entries())
      await readInto(store, sourceId, [one], now + index);
    for (const _ of [1, 2]) await keep();
    const relatedTo = async ({ articles }: Pick<TestStore, 'articles'>, name: string) => {
      const article = await articles.findByUrl(`https://society.example/${name}`, scope);
      return article && (await articles.listRelated(article, scope, 3)).map(({ title }) => title);
    };
    expect(await relatedTo(store, 'two')).toEqual(['Grain and mills, one']);
    store.inspect.exec(`UPDATE article_readings SET nearest = '{"ids":[],"stems":[]}' WHERE article_id = 28`);
    await store.close();
    const again = await openStore(`file:${store.path}`);
    expect(await relatedTo(again, 'two')).toEqual(['Grain and mills, one']);
    expect(await relatedTo(again, 'three')).toEqual([]);
    await again.close();
  });

  it('names the nearest of its own words, not of an article that was shown unsaved under the same title', async () => {
    const words = (subject: string) => `${subject} grind slowly. ${subject} grind again.`;
    const others = Array.from({ length: 25 }, (_, index) => entry(`other${index}`, { text: `Word${index} of a day.` }));
    const mills = entry('one', { title: 'Weekly notes on mills', text: words('Mills') });
    for (const [index, one] of [...others, mills].entries()) await readInto(store, sourceId, [one], now + index);
    const later = { title: 'Weekly notes from everywhere', text: '' };
    const [latest] = await store.articleReadings.listUnread(1);
    if (!latest) throw new Error('nothing came in');
    const preview = { ...latest, ...later, id: 0 as ArticleId, teaser: 'Nothing of all that is told here.' };
    expect(await store.articles.listRelated(preview, scope, 3)).toEqual([]);
    await readInto(store, sourceId, [entry('two', { ...later, teaser: `Notes weekly. ${words('Mills')}` })], now + 99);
    const saved = await store.articles.findByUrl('https://society.example/two', scope);
    const related = saved && (await store.articles.listRelated(saved, scope, 3));
    expect(related?.map(({ title }) => title)).toEqual(['Weekly notes on mills']);
  });

  it('is read of the others where more cannot be read than are read at once, and each of those is told of once', async () => {
    const entries = Array.from({ length: 26 }, (_, index) => entry(`a${index}`, { text }));
    await readInto(store, sourceId, entries);
    const broken = new Set((await store.articleReadings.listUnread(25)).map(({ id }) => id));
    const told: unknown[] = [];
    const run = createKeepReadings({
      log: { ...log, error: (_, fields) => told.push(fields?.articleId) },
      articleReadings: {
        ...store.articleReadings,
        keep: async (article, reading) => {
          if (broken.has(article.id)) throw new TypeError('of no use');
          await store.articleReadings.keep(article, reading);
        },
      },
    });
    for (const _ of [1, 2, 3]) await run();
    expect((await store.articleReadings.listUnread(99)).map(({ id }) => id)).toEqual([...broken]);
    expect(told).toEqual([...broken]);
  });

  it('is read of none while the store fails, and of all after it', async () => {
    await readInto(store, sourceId, [entry('a', { text }), entry('b', { text })]);
    let isFailing = true;
    const run = createKeepReadings({
      log,
      articleReadings: {
        ...store.articleReadings,
        keep: async (article, reading) => {
          if (isFailing) throw new Transient('storeBusy');
          await store.articleReadings.keep(article, reading);
        },
      },
    });
    await expect(run()).rejects.toThrow();
    expect(await store.articleReadings.listUnread(9)).toHaveLength(2);
    isFailing = false;
    await run();
    expect(await store.articleReadings.listUnread(9)).toEqual([]);
  });
});
