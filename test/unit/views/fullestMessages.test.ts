import { describe, expect, it } from 'vitest';
import { messageBody } from '../../../src/discord/messageBody.ts';
import { findFaults } from '../../../src/discord/messageFaults.ts';
import type { ArticleId, DeliveryId, FloodId, RoleId, SourceId, SubscriptionId } from '../../../src/domain/ids.ts';
import { permissions } from '../../../src/domain/permission.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { articleCard } from '../../../src/views/articleCard.ts';
import { articleSummary } from '../../../src/views/articleSummary.ts';
import { digestMessage } from '../../../src/views/digestMessage.ts';
import { floodQuestion } from '../../../src/views/floodQuestion.ts';
import { indexPreview } from '../../../src/views/indexPreview.ts';
import { nothingFound } from '../../../src/views/nothingFound.ts';
import { sourceChoice } from '../../../src/views/sourceChoice.ts';
import { sourcePreview } from '../../../src/views/sourcePreview.ts';
import { sourceTroubleAlert } from '../../../src/views/sourceTroubleAlert.ts';
import { statusReport } from '../../../src/views/statusReport.ts';
import { guildId, newsId, now, sampleArticle } from '../../support/samples.ts';
import { textOf } from './readView.ts';

const say = sayIn('en');
const deliveryId = 'abcdefghij234567' as DeliveryId;
/** Every sign of it is escaped, so that it grows to twice its length. */
const stars = '*'.repeat(100_000);
/** As long as a link may be. */
const url = `https://society.example/${'p'.repeat(488)}`;
const fullest = sampleArticle({
  title: stars,
  sourceTitle: stars,
  teaser: stars,
  text: stars,
  authors: Array(9).fill(stars),
  url,
  picture: { url: `https://society.example/${'p'.repeat(2024)}`, alt: stars },
});
const articles = Array.from({ length: 60 }, (_, index) => ({ ...fullest, id: (index + 1) as ArticleId }));
const flood = {
  flood: {
    id: 'klmnopqrst234567' as FloodId,
    guildId,
    subscriptionId: 1 as SubscriptionId,
    articleIds: articles.map(({ id }) => id),
    because: 'restored',
    askedAt: now,
  },
  sourceTitle: stars,
  articles,
  deliveryId,
  say,
} as const;
const quotes = { name: stars, title: stars, url };
const pingRoleId = '1'.repeat(20) as RoleId;
const related = articles.slice(0, 3);
const card = articleCard({
  article: fullest,
  excerpt: stars,
  minutes: 999,
  quotes,
  related,
  deliveryId,
  pingRoleId,
  say,
});
const source = `**${'\\*'.repeat(100)}**`;
const held = Array.from({ length: 9 }, () => ({
  channelId: newsId,
  reason: 'missingPermissions' as const,
  missing: permissions,
  waiting: 999,
}));
const areas = ['Discord', 'Sources', 'Posts', 'Conferences'].map((name) => ({ name, text: 'x'.repeat(120) }));
const report = statusReport({
  areas,
  held: held.map((one, index) => ({ ...one, deliveryId: `abcdefghij23456${index}` as DeliveryId })),
  say,
});

describe('a message whose every part is as long as it can be', () => {
  it.each([
    ['a card', card],
    [
      'a summary',
      articleSummary({
        article: fullest,
        text: stars,
        length: 'standard',
        figures: [stars, stars, stars],
        quotes,
        language: 'de',
        related,
        discussionUrl: url,
        say,
      }),
    ],
    ['a list of many articles', digestMessage({ articles, deliveryId, say })],
    ['the question about many articles', floodQuestion(flood)],
    [
      'the same below the report of the server’s health',
      {
        components: [...report.components, ...floodQuestion({ ...flood, isBelow: true }).components],
      },
    ],
    [
      'the answer to a search that found nothing',
      nothingFound({
        query: stars,
        nearest: articles,
        word: stars,
        isNarrowed: false,
        say,
      }),
    ],
    [
      'the choice between feeds',
      sourceChoice({
        feeds: Array(25).fill({ title: stars, url, articleCount: 999, newestAt: now }),
        offerId: 'abcdefghij234567',
        channelId: newsId,
        command: '</sources add:1>',
        say,
      }),
    ],
    [
      'the articles of a page',
      indexPreview({
        title: '',
        url: `https://society.example/${stars}`,
        entries: articles,
        offerId: 'abcdefghij234567',
        channelId: newsId,
        command: '</sources add:1>',
        say,
      }),
    ],
    [
      'the alert about a source without a name',
      sourceTroubleAlert({
        sourceId: 1 as SourceId,
        title: '',
        url: `https://society.example/${stars}`,
        code: 'htmlInsteadOfFeed',
        since: now,
        isStopped: false,
        deliveryId,
        say,
      }),
    ],
    [
      'a preview',
      sourcePreview({
        sourceId: 1 as SourceId,
        source,
        channelId: newsId,
        card,
        noCard: '',
        entries: Array(5).fill({ title: stars, url, fate: 'x'.repeat(300) }),
        page: 0,
        pageCount: 2,
        say,
      }),
    ],
  ])('is taken by Discord: %s', (_, view) => {
    expect(findFaults(messageBody(view))).toEqual([]);
  });

  it('is never cut within its escapes or its links', () => {
    for (const view of [card, digestMessage({ articles, deliveryId, say }), floodQuestion(flood)]) {
      expect(textOf(view)).not.toMatch(/\\…|\]\([^)]*…|\]\([^)]*$/);
    }
  });
});
