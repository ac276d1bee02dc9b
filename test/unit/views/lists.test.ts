import { describe, expect, it } from 'vitest';
import { inBrief } from '../../../src/domain/article.ts';

import { holdReasons } from '../../../src/domain/delivery.ts';
import type { ArticleId, ChannelId, DeliveryId, UserId } from '../../../src/domain/ids.ts';
import { permissionsToPost } from '../../../src/domain/permission.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { articleList } from '../../../src/views/articleList.ts';
import { articleSummary } from '../../../src/views/articleSummary.ts';
import { conferenceList } from '../../../src/views/conferenceList.ts';
import { daysInWords } from '../../../src/views/days.ts';
import { indexPreview } from '../../../src/views/indexPreview.ts';
import { nothingFound } from '../../../src/views/nothingFound.ts';
import { routeHeldAlert } from '../../../src/views/routeHeldAlert.ts';
import { sourceChoice } from '../../../src/views/sourceChoice.ts';
import { sourceList } from '../../../src/views/sourceList.ts';
import { statusReport } from '../../../src/views/statusReport.ts';
import { guildId, newsId, now, sampleArticle, sampleConference, sampleSource } from '../../support/fakePorts.ts';
import { customIdsOf, faultsOf, labelsOf, nodesOf, textOf } from './readView.ts';

const say = sayIn('en');
const deliveryId = 'abcdefghijklmnop' as DeliveryId;
const longUrl = `https://a.example/${'x'.repeat(480)}`;
const long = '@everyone_*[]'.repeat(400);
const articlesOf = (count: number, change = {}) =>
  Array.from({ length: count }, (_, index) => sampleArticle({ id: (index + 1) as ArticleId, ...change }));

describe('a list of articles', () => {
  const paging = { page: 0, pageCount: 3, toPage: (page: number) => `v1:articles:page:k.${page}` };

  it('sets the hit in bold and escapes the rest', () => {
    const entries = [{ article: inBrief(sampleArticle()), snippet: 'the *dry* \u0002river\u0003 of [x]' }];
    const text = textOf(articleList({ heading: 'Found', entries, paging, say }));
    expect(text).toContain('the \\*dry\\* **river** of \\[x\\]');
    expect(text).toContain('page 1 of 3');
  });

  it('offers the pages and the summaries', () => {
    const list = articleList({ heading: 'Found', entries: [{ article: inBrief(sampleArticle()) }], paging, say });
    expect(labelsOf(list)).toEqual(['◀ Back', 'Next ▶']);
    expect(nodesOf(list).find(({ type }) => type === 3)).toMatchObject({
      custom_id: 'v1:articles:show:',
      options: [{ label: 'River treaties in dry years', value: '7' }],
    });
  });

  it('stays within the limits with five of the longest entries', () => {
    const change = { title: long, url: longUrl, teaser: long, sourceTitle: long };
    const entries = articlesOf(5, change).map((article) => ({ article: inBrief(article), snippet: long }));
    expect(faultsOf(articleList({ heading: 'Found', entries, paging, say }))).toEqual([]);
    const nearest = articlesOf(3, change);
    expect(faultsOf(nothingFound({ query: long, nearest, word: long, isNarrowed: false, say }))).toEqual([]);
  });
});

describe('a summary', () => {
  const summary = { article: sampleArticle(), text: 'One. Two.', length: 'standard', say } as const;

  it('is labelled as an excerpt and can be lengthened and shared', () => {
    const discussionUrl = `https://discord.com/channels/${guildId}/5`;
    const view = articleSummary({ ...summary, discussionUrl });
    expect(textOf(view)).toContain('**Excerpt**\nOne. Two.');
    expect(labelsOf(view)).toEqual(['Read', 'Discussion', 'Longer', 'Share in this channel']);
    expect(customIdsOf(view)).toEqual(['v1:articles:longer:7.long', 'v1:articles:share:7.standard']);
  });

  it('names who shared it and has no buttons of one reader', () => {
    const view = articleSummary({ ...summary, sharedBy: '300' as UserId });
    expect(textOf(view)).toContain('Shared by <@300>');
    expect(labelsOf(view)).toEqual(['Read']);
    expect(view.mentions).toBeUndefined();
  });

  it('says so when there is nothing to quote', () => {
    expect(textOf(articleSummary({ ...summary, text: ' ' }))).toContain('nothing to quote');
  });

  it('stays within the limits', () => {
    const article = sampleArticle({ title: long, url: longUrl, sourceTitle: long, authors: [long, long, long, long] });
    expect(faultsOf(articleSummary({ ...summary, article, text: long, sharedBy: '300' as UserId }))).toEqual([]);
  });
});

describe('the programme', () => {
  const conference = sampleConference;

  it('writes days in words and times as Discord shows them', () => {
    const startsAt = Date.UTC(2027, 3, 1, 13);
    const conferences = [
      conference({ place: 'Lisbon', url: 'https://m.example/' }),
      conference({ time: { kind: 'instants', startsAt, timeZone: 'Europe/Lisbon' }, status: 'cancelled' }),
    ];
    const text = textOf(
      conferenceList({ conferences, page: 0, pageCount: 1, months: 6, now, homeTimeZone: 'UTC', say }),
    );
    expect(text).toContain('## March 2027\n**[Annual meeting](https://m.example/)**\n12–14 March 2027 · Lisbon');
    expect(text).toContain(
      `## April 2027\n**Annual meeting**\n**Cancelled** · <t:${startsAt / 1000}:F> (14:00 there, Lisbon)`,
    );
  });

  it.each([
    ['2027-03-12', '2027-03-12', '12 March 2027'],
    ['2027-03-30', '2027-04-02', '30 March – 2 April 2027'],
    ['2026-12-30', '2027-01-02', '30 December 2026 – 2 January 2027'],
  ])('writes %s to %s as one span', (start, end, words) => {
    expect(daysInWords(start, end, say)).toBe(words);
  });

  it('survives a zone that nobody knows, and the longest names', () => {
    const time = { kind: 'instants', startsAt: now, endsAt: now + 9e7, timeZone: 'Mars/Base' } as const;
    const conferences = Array(5).fill(
      conference({ title: long, place: long, url: longUrl, time, status: 'tentative' }),
    );
    expect(
      faultsOf(conferenceList({ conferences, page: 1, pageCount: 3, months: 24, now, homeTimeZone: 'UTC', say })),
    ).toEqual([]);
  });
});

describe('for moderators', () => {
  it('says in words how each source is', () => {
    const trouble = { count: 4, sightings: 4, since: now - 1000, code: 'login', detail: '' };
    const list = sourceList({
      sources: [
        { source: sampleSource({ lastReadAt: now }), channelId: newsId, articleCount: 1 },
        { source: sampleSource({ trouble }), channelId: newsId, articleCount: 2 },
        {
          source: sampleSource({ trouble: { ...trouble, code: 'of another version' } }),
          channelId: newsId,
          articleCount: 2,
        },
        { source: sampleSource({ title: long, url: longUrl }), channelId: newsId, articleCount: 2, pausedAt: now },
      ],
      total: 4,
      page: 0,
      pageCount: 1,
      say,
    });
    expect(textOf(list)).toContain(`Fine, checked <t:${now / 1000}:R>`);
    expect(textOf(list)).toContain('the site asks for a login or turns me away');
    expect(textOf(list)).toContain('something at the site is in the way');
    expect(textOf(list)).toContain('Paused since');
    expect(faultsOf(list)).toEqual([]);
  });

  it('tells in the alerts channel what is missing, what waits and what to do', () => {
    const alert = routeHeldAlert({
      channelId: newsId,
      reason: 'missingPermissions',
      missing: ['CreatePublicThreads'],
      waiting: 2,
      deliveryId,
      say,
    });
    expect(textOf(alert)).toBe(
      "I can't post in <#200>: the permission **Create Public Threads** is missing. 2 posts are waiting. Give me that permission in the channel's settings, then press the button.",
    );
    expect(labelsOf(alert)).toEqual(['Check again and post']);
    expect(customIdsOf(alert)).toEqual([`v1:status:recheck:200.${deliveryId}`]);
  });

  it.each(holdReasons)('has its own words for a channel held because of %s', (reason) => {
    const view = routeHeldAlert({ channelId: newsId, reason, missing: [], waiting: 1, deliveryId, say });
    expect(textOf(view)).toContain('One post is waiting.');
    expect(textOf(view)).not.toMatch(/[{}]/);
  });

  it('reports many held channels within the limits', () => {
    const held = Array.from({ length: 30 }, (_, index) => ({
      channelId: `${index}` as ChannelId,
      deliveryId,
      reason: 'missingPermissions' as const,
      missing: permissionsToPost(true),
      waiting: 9,
    }));
    const report = statusReport({
      areas: [{ name: 'Sources', text: 'fine' }],
      mends: [],
      importCommand: '',
      held,
      say,
    });
    expect(faultsOf(report)).toEqual([]);
    expect(textOf(report)).toContain('26 more channels');
  });
});

describe('what /sources add offers', () => {
  const offered = {
    offerId: 'abcdefghijklmnop',
    owner: 'setup',
    channelId: newsId,
    command: '`/sources add`',
    say,
  } as const;

  it.each([long, '', '\u200b', '](https://x.example)'])(
    'stays within the limits whatever a site is called: %s',
    (title) => {
      const feed = { title, url: longUrl, articleCount: 1_000, newestAt: now };
      expect(faultsOf(sourceChoice({ ...offered, feeds: [feed, feed, feed, feed, feed] }))).toEqual([]);
      const entries = Array.from({ length: 9 }, () => sampleArticle({ title, url: longUrl }));
      expect(faultsOf(indexPreview({ ...offered, title, url: longUrl, entries }))).toEqual([]);
    },
  );
});
