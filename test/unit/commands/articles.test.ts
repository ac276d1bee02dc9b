import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { readSearchButton, searchButton } from '../../../commands/articles/searchInButton.ts';
import { parseSince } from '../../../commands/articles/since.ts';
import type { ArticleId, ChannelId, UserId } from '../../../src/domain/ids.ts';
import { parseCustomId } from '../../../src/kit/customId.ts';
import { noModel } from '../../../src/ports/model.ts';
import { oneLine } from '../../../src/views/text.ts';
import {
  askedBy,
  fakePorts,
  followed,
  hiddenId,
  newsId,
  now,
  refusalOf,
  sampleArticle,
  sampleSource,
} from '../../support/fakePorts.ts';
import { customIdsOf, faultsOf, labelsOf, textOf, viewOf } from '../views/readView.ts';
import { complete, press, run } from './runCommand.ts';

let fake: ReturnType<typeof fakePorts>;
const asked = askedBy();
const fill = (count: number, channelId = newsId) =>
  fake.data.articles.push(
    ...Array.from({ length: count }, (_, index) => {
      const id = (fake.data.articles.length + index + 1) as ArticleId;
      return { article: sampleArticle({ id, title: `Treaty ${id}` }), channelId };
    }),
  );

beforeEach(() => {
  fake = fakePorts();
  fake.data.followed = [followed(sampleSource())];
});

describe('/articles latest', () => {
  it('shows five unless asked for more, and turns the pages', async () => {
    fill(12);
    expect(customIdsOf(viewOf(await run('articles latest', {}, asked, fake.ports)))).toEqual(['v1:articles:show:']);
    const ten = viewOf(await run('articles latest', { count: 8 }, asked, fake.ports));
    expect(customIdsOf(ten)).toContain('v1:articles:browse:8.0.1');
    const second = await press('v1:articles:browse:8.0.1', asked, fake.ports);
    expect(second.kind).toBe('update');
    expect(textOf(viewOf(second))).toContain('Treaty 8');
    expect(textOf(viewOf(second))).not.toContain('Treaty 9');
    expect(faultsOf(viewOf(second))).toEqual([]);
  });

  it.each(['browse:8.0.1', 'found:4...the'])(
    'turns to the last page where an earlier one is gone: %s',
    async (button) => {
      fill(3);
      const shown = viewOf(await press(`v1:articles:${button}`, asked, fake.ports));
      expect(textOf(shown)).toContain('Treaty 3');
    },
  );

  it('shows a member only articles of channels they may view', async () => {
    fill(1, hiddenId);
    expect(await refusalOf(run('articles latest', {}, asked, fake.ports))).toMatchObject({ code: 'articlesNone' });
  });

  it('knows a source by the name that was typed, and suggests the nearest otherwise', async () => {
    fill(1);
    const named = viewOf(await run('articles latest', { source: 'society BLOG' }, asked, fake.ports));
    expect(textOf(named)).toContain('The newest articles from Society blog');
    await run('articles latest', { source: 'society.example/feed.xml' }, asked, fake.ports);
    const refusal = await refusalOf(run('articles latest', { source: 'Societe blog' }, asked, fake.ports));
    expect(refusal).toMatchObject({ code: 'sourceUnknownNearest', args: { nearest: 'Society blog' } });
    expect(await refusalOf(run('articles latest', { source: 'zzz*' }, asked, fake.ports))).toMatchObject({
      code: 'sourceUnknown',
      args: { typed: 'zzz\\*' },
    });
  });

  it('offers a member no source of a hidden channel', async () => {
    fake.data.followed.push(followed(sampleSource({ title: 'Secret' }), hiddenId));
    const offered = await complete('articles latest', 'source', '', asked, fake.ports);
    expect(offered).toEqual([{ name: 'Society blog', value: '#1' }]);
    expect(await refusalOf(run('articles latest', { source: 'Secret' }, asked, fake.ports))).toMatchObject({
      code: 'sourceUnknown',
    });
  });
});

describe('/articles search', () => {
  it('finds, sets the hit in bold, and has the search in its buttons', async () => {
    fill(7);
    const view = viewOf(await run('articles search', { query: 'river' }, asked, fake.ports));
    expect(textOf(view)).toContain('7 articles for “river”');
    expect(textOf(view)).toContain('say **river** here');
    expect(JSON.stringify(view)).toContain('"v1:articles:found:1...river"');
    const second = viewOf(await press('v1:articles:found:1...river', asked, fake.ports));
    expect(textOf(second)).toContain('page 2 of 2');
    expect(fake.data.searches.size).toBe(0);
  });

  it('keeps a search that no button has room for', async () => {
    const query = 'river '.repeat(15).trim();
    fill(7);
    fake.data.articles = fake.data.articles.map((one) => ({ ...one, article: { ...one.article, text: query } }));
    const view = viewOf(await run('articles search', { query }, asked, fake.ports));
    expect(JSON.stringify(view)).toContain('"v1:articles:page:kept1.1"');
    const second = viewOf(await press('v1:articles:page:kept1.1', asked, fake.ports));
    expect(textOf(second)).toContain('page 2 of 2');
    expect([...fake.data.searches.values()]).toEqual([{ query }]);
  });

  it.each([
    ['signs that nobody sees', 'river\u200bbank'],
    ['half a character', 'river \ud83d'],
  ])('trusts no button with %s', (_what, query) => {
    expect(searchButton({ query })).toBeUndefined();
  });

  it('brings back from its buttons what was asked', () => {
    const query = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => oneLine(text) === text);
    const search = fc.record(
      { query, sourceId: fc.nat(), since: fc.integer({ min: -1e12, max: 4e12 }) },
      { requiredKeys: ['query'] },
    );
    fc.assert(
      fc.property(search, fc.nat(99_999), (asked, page) => {
        const button = parseCustomId(searchButton(asked)?.(page) ?? '');
        expect(readSearchButton(button?.id ?? '')).toEqual({ search: asked, page });
      }),
    );
  });

  it('says so where it leaves out older articles', async () => {
    fill(7);
    fake.data.hasMoreHits = true;
    const view = viewOf(await run('articles search', { query: 'river' }, asked, fake.ports));
    expect(textOf(view)).toContain('More than 7 articles for “river”; these are the newest');
  });

  it('says which command to run when its buttons are too old', async () => {
    for (const button of ['v1:articles:page:gone.1', 'v1:articles:found:1..river']) {
      expect(await refusalOf(press(button, asked, fake.ports))).toMatchObject({
        code: 'buttonOutlived',
        args: { command: '</articles search:1>' },
      });
    }
  });

  it('shows the nearest titles and one other search when nothing is found', async () => {
    fill(1);
    const view = viewOf(await run('articles search', { query: 'treaty ornithology' }, asked, fake.ports));
    expect(textOf(view)).toContain('I found no article for “treaty ornithology”.');
    expect(textOf(view)).toContain('Treaty 1');
    expect(textOf(view)).toContain('“ornithology” alone');
    const narrowed = viewOf(
      await run('articles search', { query: 'ornithology', since: '2 weeks' }, asked, fake.ports),
    );
    expect(textOf(narrowed)).toContain('without the source or the date');
  });

  it.each([
    ['2026-09-30', Date.UTC(2026, 8, 30)],
    ['3 months', Date.UTC(2026, 7, 24, 12)],
    ['3 Monate', Date.UTC(2026, 7, 24, 12)],
    ['10 Tage', Date.UTC(2026, 10, 14, 12)],
    ['1 Jahr', Date.UTC(2025, 10, 24, 12)],
    ['2 Weeks', Date.UTC(2026, 10, 10, 12)],
    ['10 days', Date.UTC(2026, 10, 14, 12)],
    ['1 year', Date.UTC(2025, 10, 24, 12)],
  ])('reads “%s”', (typed, since) => {
    expect(parseSince(typed, now)).toBe(since);
  });

  it('counts months by the calendar', () => {
    expect(parseSince('1 month', Date.UTC(2026, 2, 31))).toBe(Date.UTC(2026, 1, 28));
  });

  it.each(['2026-02-30', 'yesterday', '3 fortnights', '-1 days', '1e3 days', ''])('asks again for “%s”', (typed) => {
    expect(() => parseSince(typed, now)).toThrow(expect.objectContaining({ code: 'sinceUnreadable' }));
  });
});

describe('/articles summary', () => {
  it('knows an article by what autocomplete sent, by title and by address', async () => {
    fill(2);
    for (const article of ['#2', 'treaty 2', 'https://society.example/rivers']) {
      const result = await run('articles summary', { article }, asked, fake.ports);
      expect(textOf(viewOf(result))).toContain('**Excerpt**');
      expect(result).not.toMatchObject({ visibility: 'public' });
    }
    expect(await refusalOf(run('articles summary', { article: 'zzz' }, asked, fake.ports))).toMatchObject({
      code: 'articleUnknown',
    });
    expect(await refusalOf(run('articles summary', { article: 'Treety' }, asked, fake.ports))).toMatchObject({
      code: 'articleUnknownNearest',
      args: { nearest: 'Treaty 1' },
    });
  });

  it('leads to the discussion', async () => {
    fill(1);
    fake.data.discussions.set(1 as ArticleId, '77' as ChannelId);
    const view = viewOf(await run('articles summary', { article: '#1', length: 'short' }, asked, fake.ports));
    expect(JSON.stringify(view)).toContain('https://discord.com/channels/100/77');
  });

  it('answers the button of a card and the menu of a list', async () => {
    fill(1);
    const card = viewOf(await press('v1:articles:summary:1.abcdefghijklmnop', asked, fake.ports));
    const menu = viewOf(await press('v1:articles:show:', asked, fake.ports, ['1']));
    expect(card).toEqual(menu);
  });

  it('says when a language model wrote it, to the one who asks and to all', async () => {
    fill(1);
    const model = { ...noModel, summarise: async (_: unknown, length: string) => `Written, ${length}.` };
    const ports = { ...fake.ports, model };
    const shared = await press('v1:articles:share:1.standard', asked, ports);
    for (const view of [
      viewOf(await run('articles summary', { article: '#1' }, asked, ports)),
      viewOf(await press('v1:articles:summary:1.abcdefghijklmnop', asked, ports)),
      shared.kind === 'share' ? shared.post : viewOf(shared),
    ]) {
      expect(textOf(view)).toContain('**AI summary**\nWritten, standard.');
      expect(textOf(view)).not.toContain('Excerpt');
    }
    const longer = await press('v1:articles:longer:1.long', asked, ports);
    expect(textOf(viewOf(longer))).toContain('Written, long.');
  });

  it('refuses a button of an article the member may not see', async () => {
    fill(1, hiddenId);
    for (const id of ['summary:1.abc', 'longer:1.long', 'share:1.short', 'summary:x']) {
      expect(await refusalOf(press(`v1:articles:${id}`, asked, fake.ports))).toMatchObject({ code: 'buttonOutlived' });
    }
  });

  it('grows longer in place, and is shared with all under the name of who shared it', async () => {
    fill(1);
    const longer = await press('v1:articles:longer:1.long', asked, fake.ports);
    expect(longer.kind).toBe('update');
    expect(labelsOf(viewOf(longer))).not.toContain('Longer');
    const shared = await press('v1:articles:share:1.standard', asked, fake.ports);
    if (shared.kind !== 'share') throw new Error(`expected to share, got ${shared.kind}`);
    expect(faultsOf(shared.post)).toEqual([]);
    expect(textOf(shared.post)).toContain('Shared by <@300>');
    expect(labelsOf(shared.post)).toEqual(['Read']);
    expect(labelsOf(shared.view)).toEqual(['Undo']);
  });

  it('is taken back by who shared it, within a minute', async () => {
    fill(1);
    const shared = await press('v1:articles:share:1.standard', asked, fake.ports);
    const [undo = ''] = shared.kind === 'share' ? customIdsOf(shared.view) : [];
    fake.data.shared.add('1 300');
    const other = askedBy({ id: '301' as UserId });
    expect(await refusalOf(press(undo, other, fake.ports))).toMatchObject({ code: 'undoTooLate' });
    const late = { ...asked, now: now + 60_000 };
    expect(await refusalOf(press(undo, late, fake.ports))).toMatchObject({ code: 'undoTooLate' });
    const taken = await press(undo, { ...asked, now: now + 59_000 }, fake.ports);
    expect(taken.kind).toBe('update');
    expect(textOf(viewOf(taken))).toContain('Taken back.');
    expect(fake.data.shared.size).toBe(0);
  });

  it('names earlier articles on its subject, and to all only those that everyone in the channel sees', async () => {
    fill(2);
    fake.data.related.set(1 as ArticleId, [2 as ArticleId]);
    const own = viewOf(await run('articles summary', { article: '#1' }, asked, fake.ports));
    expect(textOf(own)).toContain('Related: [Treaty 2](');
    const elsewhere = await press('v1:articles:share:1.standard', asked, fake.ports);
    const there = await press('v1:articles:share:1.standard', { ...asked, channelId: newsId }, fake.ports);
    if (elsewhere.kind !== 'share' || there.kind !== 'share') throw new Error('expected to share');
    expect(textOf(elsewhere.post)).not.toContain('Related');
    expect(textOf(there.post)).toContain('Related: [Treaty 2](');
  });

  it('offers the newest before anything is typed', async () => {
    fill(2);
    const offered = await complete('articles summary', 'article', ' ', asked, fake.ports);
    expect(offered).toEqual([
      { name: 'Treaty 1', value: '#1' },
      { name: 'Treaty 2', value: '#2' },
    ]);
  });
});
