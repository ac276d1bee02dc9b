import { describe, expect, it } from 'vitest';
import { planFloodAnswer } from '../../../src/delivery/planFloodAnswer.ts';
import { planNews } from '../../../src/delivery/planNews.ts';
import { emptyFilter } from '../../../src/domain/filter.ts';
import { floodLimit, floodPaceMs, longSilenceMs, lostReadingAt } from '../../../src/domain/flood.ts';
import type { ArticleId, ChannelId } from '../../../src/domain/ids.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { followed, guildId, now, sampleArticle, sampleSource } from '../../support/fakePorts.ts';

const alertsChannelId = '209' as ChannelId;
const { subscription } = followed(sampleSource());
const interest = { subscription, settings: { ...defaultSettings(guildId), alertsChannelId } };
const articles = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    sampleArticle({ id: (index + 1) as ArticleId, publishedAt: now - 99 + index }),
  );
const news = (count: number, lastReadAt = now - 1) => ({ articles: articles(count), seenAt: now, lastReadAt });

describe('new articles', () => {
  it('are posted, oldest first, up to five at once', () => {
    const { deliveries, floods } = planNews(news(floodLimit), [interest]);
    expect(deliveries.map(({ articleId }) => articleId)).toEqual([1, 2, 3, 4, 5]);
    expect(floods).toEqual([]);
  });

  it('are asked about when there are more, in the channel for alerts', () => {
    const { deliveries, floods } = planNews(news(floodLimit + 1), [interest]);
    expect(deliveries).toEqual([]);
    expect(floods).toMatchObject([
      {
        flood: { because: 'many', articleIds: [1, 2, 3, 4, 5, 6] },
        alert: { channelId: alertsChannelId, purpose: 'alert' },
      },
    ]);
  });

  it('are asked about after more than seven days of silence', () => {
    expect(planNews(news(1, now - longSilenceMs), [interest]).floods).toEqual([]);
    expect(planNews(news(1, now - longSilenceMs - 1), [interest]).floods).toMatchObject([
      { flood: { because: 'longSilence' } },
    ]);
    expect(planNews(news(0, now - longSilenceMs - 1), [interest]).floods).toEqual([]);
  });

  it.each([1, floodLimit + 1])('are asked about after the database was put back, %i at once', (count) => {
    const [asked] = planNews(news(count, lostReadingAt), [interest]).floods;
    expect(asked).toMatchObject({ flood: { because: 'restored' } });
    expect(planNews(news(0, lostReadingAt), [interest]).floods).toEqual([]);
  });

  it('are asked about without an alert where there is no channel for it', () => {
    const { floods } = planNews(news(9), [{ subscription, settings: defaultSettings(guildId) }]);
    expect(floods).toMatchObject([{ flood: { because: 'many' } }]);
    expect(floods[0]).not.toHaveProperty('alert');
  });
});

describe('the answer to a question about many', () => {
  it('posts the newest, or none', () => {
    expect(planFloodAnswer('newest', articles(3), interest, now)).toMatchObject([{ articleId: 3 }]);
    const filter = { ...emptyFilter, none: ['rivers'] };
    const choosy = { ...interest, subscription: { ...interest.subscription, filter } };
    const known = articles(3).map((one) => (one.id === 3 ? { ...one, title: 'On rivers' } : one));
    expect(planFloodAnswer('newest', known, choosy, now)).toMatchObject([{ articleId: 2 }]);
    expect(planFloodAnswer('none', articles(3), interest, now)).toEqual([]);
    const paused = { ...interest, subscription: { ...interest.subscription, pausedAt: now } };
    expect(planFloodAnswer('newest', articles(3), paused, now)).toMatchObject([{ articleId: 3 }]);
  });

  it('posts all, each in its own turn', () => {
    const planned = planFloodAnswer('all', articles(3), interest, now);
    expect(planned.map(({ articleId }) => articleId)).toEqual([1, 2, 3]);
    expect(planned.map(({ dueAt }) => dueAt)).toEqual([now, now + floodPaceMs, now + 2 * floodPaceMs]);
    expect(planned.map(({ orderedAt }) => orderedAt)).toEqual(planned.map(({ dueAt }) => dueAt));
  });

  it('lists all in one message, or says nothing of none', () => {
    expect(planFloodAnswer('digest', articles(3), interest, now)).toMatchObject([
      { purpose: 'digest', steps: ['message'], payload: { articleIds: [1, 2, 3] } },
    ]);
    expect(planFloodAnswer('digest', [], interest, now)).toEqual([]);
  });
});
