// What is planned is a row that the store keeps and the deliverer goes by: here each kind of row stands whole.

import { describe, expect, it } from 'vitest';
import { findAlertRecipient } from '../../../src/delivery/alertRecipient.ts';
import { planArticleDeliveries, planRecommendation } from '../../../src/delivery/planArticleDeliveries.ts';
import { planDiscordTrouble, tellingAfterMs } from '../../../src/delivery/planDiscordTrouble.ts';
import { editPauseMs, planCardEdits, planQuestionEdit, planRecovery } from '../../../src/delivery/planEdits.ts';
import { planFloodAnswer } from '../../../src/delivery/planFloodAnswer.ts';
import { planNews } from '../../../src/delivery/planNews.ts';
import { planTroubleAlerts } from '../../../src/delivery/planTroubleAlerts.ts';
import type { ArticleId, ChannelId, DeliveryId, SubscriptionId, UserId } from '../../../src/domain/ids.ts';
import { defaultSettings, type GuildSettings } from '../../../src/domain/settings.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';
import { followed, guildId, newsId, now, sampleArticle, sampleSource } from '../../support/samples.ts';

const alertsChannelId = '209' as ChannelId;
const setUpBy = '300' as UserId;
const { subscription } = followed(sampleSource());
const settings: GuildSettings = { ...defaultSettings(guildId), alertsChannelId };
const interest = { subscription, settings };
const article = sampleArticle({ canonicalLink: 'https://society.example/rivers' });

describe('a planned row', () => {
  it('of an article is one for each channel and page, ordered by when the article came out', () => {
    const planned = planArticleDeliveries([article, sampleArticle({ id: 8 as ArticleId })], [interest]);
    const row = {
      guildId,
      channelId: newsId,
      targetKind: 'text',
      purpose: 'article',
      steps: ['message', 'thread', 'question'],
      subscriptionId: subscription.id,
      articleId: article.id,
      dedupeKey: `article:${newsId}:https://society.example/rivers`,
      // A date later than the sighting counts as the sighting; here it is earlier.
      orderedAt: article.publishedAt,
    };
    expect(planned).toEqual([row, { ...row, articleId: 8, dedupeKey: `article:${newsId}:id:8` }]);
  });

  it('of a recommendation is that of its article, with the words of the moderators, in its place among the news of today', () => {
    const recommendation = { note: 'Read the appendix.' };
    const [planned] = planArticleDeliveries([article], [interest]);
    expect(planRecommendation(article, interest, recommendation, now)).toEqual({
      ...planned,
      payload: { recommendation },
      orderedAt: now,
    });
    expect(planned?.orderedAt).toBeLessThan(now);
  });

  it('of an article without a discussion is its message alone', () => {
    const withoutThreads = { subscription, settings: { ...settings, threads: false } };
    expect(planArticleDeliveries([article], [withoutThreads]).map(({ steps }) => steps)).toEqual([['message']]);
  });

  it('of a question about many is an alert beside the articles it asks about', () => {
    const many = Array.from({ length: 6 }, (_, index) => sampleArticle({ id: (index + 1) as ArticleId }));
    const row = { guildId, purpose: 'alert', steps: ['message'], payload: { kind: 'flood' }, orderedAt: now };
    expect(planNews({ articles: many, seenAt: now }, [interest])).toEqual({
      deliveries: [],
      floods: [
        {
          flood: { guildId, subscriptionId: subscription.id, articleIds: [1, 2, 3, 4, 5, 6], because: 'many' },
          alert: { ...row, channelId: alertsChannelId, targetKind: 'text' },
        },
      ],
    });
  });

  it('of a list of many is one message', () => {
    expect(planFloodAnswer('digest', [article], interest, now)).toEqual([
      {
        guildId,
        channelId: newsId,
        targetKind: 'text',
        purpose: 'digest',
        steps: ['message'],
        subscriptionId: subscription.id,
        payload: { articleIds: [article.id] },
        orderedAt: now,
      },
    ]);
  });

  it('of a source in trouble says which, since when, and is told once', () => {
    const trouble = { code: 'login', sightings: 3, count: 3, since: now - 60_000, detail: '' };
    const source = sampleSource({ trouble });
    expect(planTroubleAlerts(source, [interest], now)).toEqual([
      {
        guildId,
        channelId: alertsChannelId,
        targetKind: 'text',
        purpose: 'alert',
        steps: ['message'],
        payload: {
          kind: 'trouble',
          sourceId: source.id,
          title: source.title,
          url: source.url,
          code: 'login',
          since: trouble.since,
          isStopped: false,
        },
        dedupeKey: `trouble:${source.id}:${trouble.since}:first:${guildId}`,
        orderedAt: now,
      },
    ]);
    expect(planTroubleAlerts(sampleSource(), [interest], now)).toEqual([]);
  });

  it('of a trouble of Discord is one for each server that can be told, once it lasts', () => {
    const since = now - tellingAfterMs;
    const [row, ...others] = planDiscordTrouble(since, [settings, defaultSettings(guildId)], now);
    expect(others).toEqual([]);
    expect(row).toEqual({
      guildId,
      channelId: alertsChannelId,
      targetKind: 'text',
      purpose: 'alert',
      steps: ['message'],
      payload: { kind: 'discordTrouble', since },
      dedupeKey: `discordTrouble:${guildId}:${since}`,
      orderedAt: now,
    });
    expect(planDiscordTrouble(since + 1, [settings], now)).toEqual([]);
    expect(planDiscordTrouble(undefined, [settings], now)).toEqual([]);
  });

  it.each(['layoutChanged', 'addressInvalid'])('of a source that is %s is made at the third sighting', (code) => {
    const alerts = (sightings: number) => {
      const trouble = { code, sightings, count: sightings, since: now, detail: '' };
      return planTroubleAlerts(sampleSource({ trouble }), [interest], now);
    };
    expect([alerts(2).length, alerts(3).length]).toEqual([0, 1]);
  });
});

describe('a planned change', () => {
  const posted = sampleDelivery({
    state: 'sent',
    results: { message: '1' },
    stepBegunAt: now - 9,
    subscriptionId: 5 as SubscriptionId,
    channelId: '204' as ChannelId,
    targetKind: 'announcement',
  });
  const row = {
    guildId: posted.guildId,
    channelId: posted.channelId,
    targetKind: 'announcement',
    purpose: 'edit',
    steps: ['edit', 'rename'],
    subscriptionId: posted.subscriptionId,
    articleId: posted.articleId,
    payload: { editsId: posted.id },
    orderedAt: now,
    dueAt: now,
  };

  it('of an article goes where its message is', () => {
    expect(planCardEdits([posted], now)).toEqual([row]);
    const { subscriptionId: _s, articleId: _a, ...bare } = posted;
    const { subscriptionId: _rs, articleId: _ra, ...bareRow } = row;
    expect(planCardEdits([bare], now)).toStrictEqual([bareRow]);
  });

  it('of a question goes at once and in the place of its post, one for all that wait', () => {
    const { subscriptionId: _s, articleId: _a, ...bareRow } = row;
    const question = {
      steps: ['edit'],
      payload: { editsId: posted.id, part: 'question' },
      orderedAt: posted.orderedAt,
    };
    expect(planQuestionEdit(posted, now)).toEqual({ ...bareRow, ...question, dedupeKey: `question:${posted.id}` });
  });

  it('renames a discussion only where there is one: a forum post is one itself', () => {
    const stepsOf = (changes: Parameters<typeof sampleDelivery>[0]) =>
      planCardEdits([{ ...posted, steps: ['message'], ...changes }], now).map(({ steps }) => steps);
    expect(stepsOf({})).toEqual([['edit']]);
    expect(stepsOf({ steps: ['message', 'thread'] })).toEqual([['edit', 'rename']]);
    expect(stepsOf({ targetKind: 'forum' })).toEqual([['edit', 'rename']]);
  });

  it('of anything but a post that stands is not planned, and one that ended is no reason to wait', () => {
    expect(planCardEdits([{ ...posted, purpose: 'digest' }], now)).toEqual([]);
    expect(planCardEdits([{ ...posted, reason: 'removedByPerson' }], now)).toEqual([]);
    const edit = sampleDelivery({ id: 'edit' as DeliveryId, purpose: 'edit', payload: { editsId: posted.id } });
    expect(planCardEdits([posted, { ...edit, state: 'dead' }], now)).toMatchObject([{ dueAt: now }]);
    const another = { ...edit, payload: { editsId: 'another' }, state: 'sent', attemptedAt: now } as const;
    expect(planCardEdits([posted, another], now)).toMatchObject([{ dueAt: now }]);
    const later = { ...edit, state: 'sent', stepBegunAt: now - 7, attemptedAt: now - 7 } as const;
    const sooner = { ...later, stepBegunAt: now - 8, attemptedAt: now - 8 };
    expect(planCardEdits([posted, later, sooner], now)).toMatchObject([{ dueAt: now - 7 + editPauseMs }]);
  });

  it('of an alert keeps what it said, and says when the trouble was over', () => {
    const told = { ...posted, purpose: 'alert', steps: ['message'], payload: { kind: 'trouble' } } as const;
    const payload = { kind: 'trouble', recoveredAt: now, editsId: posted.id };
    expect(planRecovery([told], now)).toEqual({ dropped: [], edits: [{ ...row, steps: ['edit'], payload }] });
  });
});

describe('who is told', () => {
  it.each([
    [
      'the channel for alerts',
      { alertsChannelId, setUpBy },
      undefined,
      { channelId: alertsChannelId, targetKind: 'text' },
    ],
    [
      'whoever set the bot up, where no channel is',
      { setUpBy },
      undefined,
      { channelId: setUpBy, targetKind: 'direct' },
    ],
    [
      'whoever set the bot up, of trouble in that channel',
      { alertsChannelId, setUpBy },
      alertsChannelId,
      { channelId: setUpBy, targetKind: 'direct' },
    ],
    ['nobody of trouble with messages to them', { setUpBy }, setUpBy as string as ChannelId, undefined],
    ['nobody, where nobody is known', {}, undefined, undefined],
    ['nobody but the channel that is in trouble itself', { alertsChannelId }, alertsChannelId, undefined],
  ])('is %s', (_, known, except, recipient) => {
    expect(findAlertRecipient({ ...defaultSettings(guildId), ...known }, except)).toEqual(recipient);
  });
});
