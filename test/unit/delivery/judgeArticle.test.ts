import { describe, expect, it } from 'vitest';
import { explainArticle } from '../../../src/delivery/explainArticle.ts';
import { judgeArticle } from '../../../src/delivery/judgeArticle.ts';
import { planArticleDeliveries } from '../../../src/delivery/planArticleDeliveries.ts';
import type { ArticleId } from '../../../src/domain/ids.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import type { Subscription } from '../../../src/domain/subscription.ts';
import { followed, newsId, now, sampleArticle, sampleSource } from '../../support/fakePorts.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';

const wanted: Subscription = followed(sampleSource()).subscription;
const settings = defaultSettings(wanted.guildId);
const article = sampleArticle();
const filtered = (lists: Partial<NonNullable<Subscription['filter']>>): Subscription => ({
  ...wanted,
  filter: { any: [], all: [], none: [], ...lists },
});

describe('the judgement of an article', () => {
  it.each([
    ['nothing chosen', wanted, { kind: 'post' }],
    ['a filter it passes', filtered({ any: ['rivers', 'river'] }), { kind: 'post' }],
    ['a filter it does not pass', filtered({ any: ['lake'] }), { kind: 'skip', because: 'filterAny' }],
    ['a word that is missing', filtered({ all: ['lake'] }), { kind: 'skip', because: 'filterAll', term: 'lake' }],
    ['a word not wanted', filtered({ none: ['dry'] }), { kind: 'skip', because: 'filterNone', term: 'dry' }],
    ['a pause', { ...wanted, pausedAt: now }, { kind: 'skip', because: 'paused' }],
  ])('with %s', (_what, subscription, judgement) => {
    expect(judgeArticle(article, subscription)).toStrictEqual(judgement);
    const planned = planArticleDeliveries([article], [{ subscription, settings }]);
    expect(planned).toHaveLength(judgement.kind === 'post' ? 1 : 0);
  });

  it('decides for each server by itself, and keeps the order', () => {
    const lakes = sampleArticle({ id: 8 as ArticleId, title: 'Lakes', text: '', teaser: '' });
    const planned = planArticleDeliveries(
      [article, lakes],
      [
        { subscription: filtered({ none: ['river'] }), settings },
        { subscription: wanted, settings },
      ],
    );
    expect(planned.map(({ articleId }) => articleId)).toEqual([7, 8, 8]);
  });

  it('opens a thread as the source’s own choice says, else the server’s', () => {
    const stepsOf = (threads: boolean | undefined, ofServer: boolean) =>
      planArticleDeliveries(
        [article],
        [
          {
            subscription: { ...wanted, ...(threads === undefined ? {} : { threads }) },
            settings: { ...settings, threads: ofServer },
          },
        ],
      )[0]?.steps.length;
    expect([stepsOf(undefined, true), stepsOf(undefined, false), stepsOf(true, false), stepsOf(false, true)]).toEqual([
      3, 1, 3, 1,
    ]);
  });

  it('begins a discussion with a question unless the source is to have none', () => {
    const stepsOf = (question?: boolean) => {
      const subscription = { ...wanted, ...(question === undefined ? {} : { question }) };
      return planArticleDeliveries([article], [{ subscription, settings }])[0]?.steps;
    };
    const whole = ['message', 'thread', 'question'];
    expect([stepsOf(), stepsOf(true), stepsOf(false)]).toEqual([whole, whole, ['message', 'thread']]);
  });
});

describe('the explanation of an article', () => {
  const history = { article, isBaseline: false };
  const own = { articleId: article.id, channelId: newsId };

  it.each([
    ['sent', { state: 'sent', results: { message: '5' } }, { kind: 'posted', messageId: '5', isElsewhere: false }],
    ['with its thread to come', { state: 'held', results: { message: '5' } }, { kind: 'posted' }],
    ['pending', {}, { kind: 'waiting' }],
    ['held', { state: 'held', reason: 'channelGone' }, { kind: 'held', reason: 'channelGone', missing: [] }],
    [
      'held for a permission',
      { state: 'held', reason: 'refused', missing: ['SendMessages'] },
      { missing: ['SendMessages'] },
    ],
    ['held for a reason nobody knows', { state: 'held' }, { kind: 'waiting', channelId: newsId }],
    ['freed', { state: 'pending', reason: 'channelGone' }, { kind: 'waiting' }],
    ['removed', { state: 'dead', reason: 'removedByPerson', results: { message: '5' } }, { kind: 'removed' }],
    ['not taken', { state: 'dead', reason: 'invalid' }, { kind: 'refused' }],
    ['ended', { state: 'dead', reason: 'unsubscribed' }, { kind: 'ended' }],
  ] as const)('of one that is %s', (_what, change, explanation) => {
    const delivery = sampleDelivery({ ...own, ...change });
    expect(explainArticle({ ...history, delivery }, wanted)).toMatchObject(explanation);
  });

  it('says where the same article of another source was posted', () => {
    const delivery = sampleDelivery({ channelId: newsId, articleId: 99 as ArticleId, results: { message: '5' } });
    expect(explainArticle({ ...history, delivery }, wanted)).toMatchObject({ kind: 'posted', isElsewhere: true });
  });

  it.each([
    ['open', 'asked'],
    ['digest', 'listed'],
    ['none', 'ignored'],
  ] as const)('knows what moderators decided: %s', (flood, kind) => {
    expect(explainArticle({ ...history, flood }, wanted)).toEqual({ kind });
  });

  it('judges what was never to be delivered', () => {
    expect(explainArticle({ ...history, isBaseline: true }, wanted)).toEqual({
      kind: 'wouldPost',
      butNow: 'seenBefore',
    });
    expect(explainArticle(history, wanted)).toEqual({ kind: 'wouldPost', butNow: 'passedOver' });
    expect(explainArticle(history, filtered({ any: ['lake'] }))).toEqual({
      kind: 'skipped',
      judgement: { kind: 'skip', because: 'filterAny' },
    });
  });
});
