import { describe, expect, it } from 'vitest';
import type { Flood } from '../../../src/domain/flood.ts';
import { floodAnswers } from '../../../src/domain/flood.ts';
import type { ArticleId, DeliveryId, FloodId, SourceId, SubscriptionId, UserId } from '../../../src/domain/ids.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { digestMessage } from '../../../src/views/digestMessage.ts';
import { floodQuestion } from '../../../src/views/floodQuestion.ts';
import { sourceTroubleAlert } from '../../../src/views/sourceTroubleAlert.ts';
import { guildId, now, sampleArticle } from '../../support/fakePorts.ts';
import { customIdsOf, faultsOf, labelsOf, textOf } from './readView.ts';

const say = sayIn('en');
const deliveryId = 'abcdefghij234567' as DeliveryId;
const articles = Array.from({ length: 60 }, (_, index) =>
  sampleArticle({ id: (index + 1) as ArticleId, title: `Number ${index + 1} ${'of a long list '.repeat(20)}` }),
);
const flood: Flood = {
  id: 'aaaaaaaaaaaaaaaa' as FloodId,
  guildId,
  subscriptionId: 1 as SubscriptionId,
  articleIds: articles.map(({ id }) => id),
  because: 'many',
  askedAt: now,
};

describe('the question about many new articles', () => {
  const question = floodQuestion({ flood, sourceTitle: 'Society *blog*', articles, deliveryId, say });

  it('says how many, lists the newest, and offers four answers', () => {
    expect(textOf(question)).toContain('60 articles');
    expect(textOf(question)).toContain('Number 60');
    expect(textOf(question)).toContain('50 more');
    expect(labelsOf(question)).toHaveLength(floodAnswers.length);
    expect(faultsOf(question)).toEqual([]);
  });

  it('carries the marker by which it is found again', () => {
    expect(customIdsOf(question).every((id) => id.includes(deliveryId))).toBe(true);
  });

  it.each(floodAnswers)('says who decided for %s, and offers nothing more', (answer) => {
    const answered = { ...flood, answer, answeredBy: '301' as UserId, answeredAt: now };
    const view = floodQuestion({ flood: answered, sourceTitle: 'Blog', articles, deliveryId, say });
    expect(textOf(view)).toContain('<@301>');
    expect(labelsOf(view)).toEqual([]);
    expect(view.mentions).toBeUndefined();
    expect(faultsOf(view)).toEqual([]);
  });
});

describe('one message with many articles', () => {
  it('lists the newest, says how many more there are, and stays within Discord’s limits', () => {
    const view = digestMessage({ articles, deliveryId, say });
    expect(faultsOf(view)).toEqual([]);
    expect(textOf(view)).toContain('60');
    expect(textOf(view)).toMatch(/\d+ more/);
    expect(customIdsOf(view).join()).toContain(deliveryId);
  });

  it('is a message also of one', () => {
    const [one] = articles;
    expect(faultsOf(digestMessage({ articles: one ? [one] : [], deliveryId, say }))).toEqual([]);
  });
});

describe('the alert about a source that cannot be read', () => {
  const alert = {
    sourceId: 1 as SourceId,
    title: 'Society [blog]',
    url: 'https://society.example/feed.xml',
    code: 'htmlInsteadOfFeed',
    since: now,
    isStopped: false,
    deliveryId,
    say,
  };

  it('says since when, and offers to look again', () => {
    const view = sourceTroubleAlert(alert);
    expect(textOf(view)).toContain(`<t:${now / 1_000}:F>`);
    expect(labelsOf(view)).toEqual(['Check now']);
    expect(customIdsOf(view).join()).toContain(deliveryId);
    expect(faultsOf(view)).toEqual([]);
  });

  it('says that it has stopped where it has', () => {
    expect(textOf(sourceTroubleAlert({ ...alert, isStopped: true }))).not.toBe(textOf(sourceTroubleAlert(alert)));
  });

  it('says when it is over, and asks for nothing', () => {
    const view = sourceTroubleAlert({ ...alert, recoveredAt: now + 1_000 });
    expect(textOf(view)).toContain('can be read again');
    expect(labelsOf(view)).toEqual([]);
    expect(faultsOf(view)).toEqual([]);
  });
});
