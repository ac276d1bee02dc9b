import { beforeEach, describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/domain/errors.ts';
import type { GuildId, SourceId } from '../../../src/domain/ids.ts';
import type { FeedReading } from '../../../src/ports/reader.ts';
import type { Findings } from '../../../src/ports/sources.ts';
import {
  fakePorts,
  followed,
  hiddenId,
  moderator,
  newsId,
  now,
  refusalOf,
  sampleArticle,
  sampleSource,
} from '../../support/fakePorts.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';
import { customIdsOf, faultsOf, labelsOf, nodesOf, textOf, viewOf } from '../views/readView.ts';
import { press, run } from './runCommand.ts';

let fake: ReturnType<typeof fakePorts>;
const asked = moderator();
const entry = { title: 'One', teaser: '', text: '', authors: [], categories: [] };
const use = async (typed: string, options: Record<string, unknown>) =>
  textOf(viewOf(await run(`sources ${typed}`, options, asked, fake.ports)));

beforeEach(() => {
  fake = fakePorts();
  fake.data.settings = { ...fake.data.settings, articlesChannelId: newsId };
  fake.data.feed = {
    kind: 'read',
    url: 'https://society.example/feed.xml',
    title: 'Society *blog*',
    siteUrl: 'https://society.example/',
    entries: [
      { ...entry, publishedAt: now - 3 * 86_400_000 },
      { ...entry, publishedAt: now + 86_400_000 },
    ],
    validators: { etag: 'x' },
    isPartial: false,
  };
});

describe('/sources add', () => {
  it('reads the address once, says what it found, and follows it', async () => {
    const text = await use('add', { url: ' society.example/feed.xml ' });
    expect(fake.data.readUrls).toEqual(['https://society.example/feed.xml']);
    expect(text.split('\n')).toEqual([
      `I found [Society \\*blog\\*](https://society.example/), with 2 posts, the newest from <t:${now / 1000 - 259_200}:D>.`,
      'From now on, each new article is posted once in <#200>.',
      `I look for new articles again <t:${now / 1000 + 900}:R>.`,
    ]);
    expect(fake.data.savedReadings).toEqual([9]);
    expect(fake.data.savedAs).toMatchObject({
      title: 'Society *blog*',
      kind: 'feed',
      siteUrl: 'https://society.example/',
    });
    expect(fake.data.backfilled).toEqual([]);
  });

  it('tells of a document that was cut, which is no baseline', async () => {
    fake.data.feed = { ...fake.data.feed, isPartial: true, isCut: true } as typeof fake.data.feed;
    const saved: Findings[] = [];
    const saveReading = async (_: SourceId, findings: Findings) => {
      saved.push(findings);
      return { newArticles: 2, changedArticles: 0, deliveries: 0 };
    };
    const ports = { ...fake.ports, sources: { ...fake.ports.sources, saveReading } };
    await run('sources add', { url: 'society.example/feed.xml' }, asked, ports);
    expect(saved).toMatchObject([{ isPartial: true, isCut: true }]);
  });

  it('posts as many of the newest as was asked for, in the channel given', async () => {
    const text = await use('add', {
      url: 'society.example/feed.xml',
      backfill: 2,
      channel: { id: hiddenId, name: 'x' },
    });
    expect(text).toContain('The newest 2 articles are on their way there now.');
    expect(fake.data.backfilled.map(({ channelId }) => channelId)).toEqual([hiddenId, hiddenId]);
  });

  it('reads the pages of what it posts, and posts the teaser where a page cannot be read', async () => {
    const [older, newer] = ['https://society.example/older', 'https://society.example/newer'];
    const entries = [
      { ...entry, url: older, publishedAt: now - 2_000 },
      { ...entry, url: newer, publishedAt: now - 1_000 },
    ];
    fake.data.feed = { ...fake.data.feed, entries } as typeof fake.data.feed;
    fake.data.pages.set(newer, { text: 'The whole text.', authors: ['A. Member'] });
    await use('add', { url: 'society.example/feed.xml', backfill: 1 });
    expect(fake.data.readUrls).toEqual(['https://society.example/feed.xml', newer]);
    expect(fake.data.savedEntries).toMatchObject([{ text: '' }, { text: 'The whole text.', authors: ['A. Member'] }]);
    fake.data.pages.clear();
    fake.data.followed = [];
    expect(await use('add', { url: 'other.example/feed.xml', backfill: 2 })).toContain('The newest 2 articles');
  });

  it('says which permission is missing, and adds all the same', async () => {
    fake.data.readiness.set(newsId, { kind: 'missing', name: 'news', permissions: ['ViewChannel', 'SendMessages'] });
    const text = await use('add', { url: 'society.example/feed.xml' });
    expect(text).toContain('the permissions **View Channel** and **Send Messages** are missing');
    expect(fake.data.followed).toHaveLength(1);
  });

  it('asks for a channel before it reads anything', async () => {
    const { articlesChannelId: _, ...bare } = fake.data.settings;
    fake.data.settings = bare;
    const refusal = await refusalOf(run('sources add', { url: 'society.example' }, asked, fake.ports));
    expect(refusal).toMatchObject({ code: 'channelMissing', args: { command: '</setup:1>' } });
    expect(fake.data.readUrls).toEqual([]);
  });

  it('knows an address it follows already, also by the address it ends at', async () => {
    fake.data.followed = [followed(sampleSource())];
    for (const url of ['http://www.society.example/feed.xml', 'https://short.example/']) {
      expect(await refusalOf(run('sources add', { url }, asked, fake.ports))).toMatchObject({ code: 'sourceKnown' });
    }
    expect(fake.data.savedReadings).toEqual([]);
  });

  it('takes what another server follows already from there, and does not ask the site for everything again', async () => {
    fake.data.elsewhere = [sampleSource({ id: 4 as SourceId, lastReadAt: now - 1 })];
    const text = await use('add', { url: 'society.example/feed.xml', backfill: 1 });
    expect(text).toContain('From now on, each new article is posted once in <#200>.');
    expect(fake.data.readUrls).toEqual([]);
    expect(fake.data.polledIds).toEqual([4]);
    expect(fake.data.followed.map(({ subscription }) => subscription.sourceId)).toEqual([4]);
  });

  it('takes no more than a hundred', async () => {
    fake.data.followed = Array.from({ length: 100 }, (_, id) =>
      followed(sampleSource({ id: id as SourceId, url: `https://${id}.example/` })),
    );
    const refusal = await refusalOf(run('sources add', { url: 'society.example' }, asked, fake.ports));
    expect(refusal).toMatchObject({ code: 'sourcesFull', args: { limit: 100 } });
  });
});

describe('/sources add with the address of a site', () => {
  const found = (url: string, title: string) => ({ ...(fake.data.feed as FeedReading), url, title });
  const add = async (options: Record<string, unknown>) =>
    viewOf(await run('sources add', { url: 'society.example', ...options }, asked, fake.ports));
  const outlived = { code: 'buttonOutlived', args: { command: '</sources add:1>' } };

  it('follows the one feed at once, and says where it is', async () => {
    fake.data.discovery = { kind: 'found', reading: found('https://society.example/blog-feed.xml', 'Blog') };
    const text = textOf(await add({}));
    expect(fake.data.readUrls).toEqual(['https://society.example']);
    expect(text).toContain('Its feed is at [society.example/blog-feed.xml](https://society.example/blog-feed.xml).');
    expect(fake.data.savedSources).toMatchObject([{ url: 'https://society.example/blog-feed.xml', kind: 'feed' }]);
  });

  it('asks which of several, and follows the one chosen as was asked for', async () => {
    const readings = [
      found('https://society.example/a', 'Essays'),
      found('https://society.example/b', 'News'),
    ] as const;
    fake.data.discovery = { kind: 'several', readings };
    const view = await add({ backfill: 1, channel: { id: hiddenId, name: 'x' } });
    expect(faultsOf(view)).toEqual([]);
    expect(textOf(view)).toContain(`- **Essays** · 2 posts, the newest from <t:${now / 1000 - 259_200}:D>`);
    expect(nodesOf(view).find(({ type }) => type === 3)).toMatchObject({
      placeholder: 'Which one?',
      options: [
        { label: 'Essays', value: '0', description: '2 posts · society.example/a' },
        { label: 'News', value: '1', description: '2 posts · society.example/b' },
      ],
    });
    expect(fake.data.followed).toEqual([]);

    const [customId = ''] = customIdsOf(view);
    const added = await press(customId, asked, fake.ports, ['1']);
    expect(added.kind).toBe('update');
    expect(fake.data.readUrls.at(-1)).toBe('https://society.example/b');
    expect(fake.data.backfilled.map(({ channelId }) => channelId)).toEqual([hiddenId]);
    fake.data.followed = [followed(sampleSource({ url: 'https://society.example/b' }))];
    expect(await refusalOf(press(customId, asked, fake.ports, ['1']))).toMatchObject({ code: 'sourceKnown' });
    expect(await refusalOf(press(customId, asked, fake.ports, ['9']))).toMatchObject(outlived);
  });

  it('shows a page without a feed first, and follows it once that is confirmed', async () => {
    const entries = Array.from({ length: 7 }, (_, index) => ({
      ...entry,
      title: `Article ${index}`,
      url: `https://society.example/blog/${index}`,
    }));
    fake.data.discovery = { kind: 'index', reading: { ...found('https://society.example/blog', 'Blog'), entries } };
    const view = await add({});
    expect(faultsOf(view)).toEqual([]);
    expect(textOf(view)).toContain('I found 7 articles on it');
    expect(textOf(view).match(/^- \[Article \d\]/gm)).toHaveLength(5);
    expect(labelsOf(view)).toEqual(['Follow this page']);
    expect(nodesOf(view).find(({ type }) => type === 2)).toMatchObject({ style: 3 });
    expect(fake.data.savedSources).toEqual([]);

    fake.data.feed = { ...fake.data.discovery.reading };
    const [customId = ''] = customIdsOf(view);
    expect(textOf(viewOf(await press(customId, asked, fake.ports)))).toContain('with 7 posts');
    expect(fake.data.savedSources).toMatchObject([{ url: 'https://society.example/blog', kind: 'index' }]);
  });

  it('knows no offer of another server, nor one that was forgotten', async () => {
    const readings = [found('https://society.example/a', 'A'), found('https://society.example/b', 'B')] as const;
    fake.data.discovery = { kind: 'several', readings };
    const [customId = ''] = customIdsOf(await add({}));
    const elsewhere = { ...asked, guildId: '101' as GuildId };
    expect(await refusalOf(press(customId, elsewhere, fake.ports, ['0']))).toMatchObject(outlived);
    expect(await refusalOf(press('v1:sources:followPage:none', asked, fake.ports))).toMatchObject(outlived);
    expect(fake.data.savedSources).toEqual([]);
  });

  it('offers a page that was rebuilt as it is now', async () => {
    const trouble = { count: 3, sightings: 3, since: now - 9, code: 'layoutChanged', detail: '' };
    const url = 'https://society.example/blog';
    fake.data.elsewhere = [sampleSource({ url, kind: 'index', lastReadAt: now - 1, trouble })];
    fake.data.discovery = { kind: 'index', reading: found(url, 'Blog') };
    expect(labelsOf(await add({ url }))).toEqual(['Follow this page']);
    expect(fake.data.polledIds).toEqual([]);
  });

  it('does not offer what is followed already', async () => {
    fake.data.followed = [followed(sampleSource({ url: 'https://society.example/blog/' }))];
    const reading = found('https://society.example/blog', 'Blog');
    for (const kind of ['index', 'found'] as const) {
      fake.data.discovery = { kind, reading };
      expect(await refusalOf(run('sources add', { url: 'society.example' }, asked, fake.ports))).toMatchObject({
        code: 'sourceKnown',
      });
    }
    expect(fake.data.offers.size).toBe(0);
  });
});

describe('a source that is followed', () => {
  beforeEach(() => {
    fake.data.followed = [followed(sampleSource({ lastReadAt: now }))];
  });
  const source = 'Society blog';

  it('is listed with its state, page by page', async () => {
    expect(await use('list', {})).toContain('This server follows one source');
    fake.data.followed = Array.from({ length: 7 }, (_, id) => followed(sampleSource({ id: (id + 1) as SourceId })));
    const second = viewOf(await press('v1:sources:page:1', asked, fake.ports));
    expect(faultsOf(second)).toEqual([]);
    expect(textOf(second).match(/Not read yet/g)).toHaveLength(2);
    fake.data.followed = [];
    expect(await use('list', {})).toContain('</sources add:1>');
  });

  it('is looked at when asked', async () => {
    expect(await use('check', { source })).toContain('shows nothing new');
    fake.data.polled = { newArticles: 2, changedArticles: 0, deliveries: 2 };
    expect(await use('check', { source })).toContain('shows 2 new articles. They are on their way to <#200>.');
    const seen = { article: sampleArticle({ firstSeenAt: now - 1 }), isBaseline: true };
    const unwanted = { article: sampleArticle({ firstSeenAt: now }), isBaseline: false };
    fake.data.history = [{ ...unwanted, delivery: sampleDelivery() }, seen];
    expect(await use('check', { source })).toContain('They are on their way to <#200>.');
    fake.data.history = [unwanted, ...fake.data.history];
    expect(await use('check', { source })).toContain('Not all of them are posted by themselves; </sources preview:1>');
    await use('pause', { source });
    expect(await use('check', { source })).toContain('The source is paused');
  });

  it.each([
    ['was due while it was paused', now, [1]],
    ['is not due yet', now + 1, []],
  ])('is read at once when it is resumed and %s, also where the site is in trouble', async (_, nextPollAt, polled) => {
    fake.data.followed = [followed(sampleSource({ lastReadAt: now - 1, nextPollAt }), newsId, now - 1)];
    const polling = {
      ...fake.ports.polling,
      pollNow: async (id: SourceId) => {
        fake.data.polledIds.push(id);
        throw new SourceError('timeout');
      },
    };
    const answer = textOf(viewOf(await run('sources resume', { source }, asked, { ...fake.ports, polling })));
    expect(answer).toContain('counts as seen');
    expect(fake.data.polledIds).toEqual(polled);
  });

  it('is paused, resumed and removed, each once', async () => {
    expect(await use('pause', { source })).toContain('is paused. Nothing more');
    expect(fake.data.followed[0]?.subscription.pausedAt).toBe(now);
    expect(await use('pause', { source })).toContain('paused already');
    const [paused] = fake.data.followed;
    if (paused) fake.data.followed = [{ ...paused, source: { ...paused.source, nextPollAt: now } }];
    expect(await use('resume', { source })).toContain('counts as seen');
    // It was not looked at meanwhile.
    expect(fake.data.polledIds).toEqual([1]);
    expect(await use('resume', { source })).toContain('is not paused');
    expect(await use('remove', { source })).toContain('What was posted from it stays.');
    expect(fake.data.followed).toEqual([]);
  });
});
