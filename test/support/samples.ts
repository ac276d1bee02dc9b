// A moderator, a source, an article and what else tests of commands begin with.

import type { Article } from '../../src/domain/article.ts';
import type { Conference } from '../../src/domain/conference.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type {
  ArticleId,
  ChannelId,
  ConferenceId,
  DeliveryId,
  GuildId,
  SourceId,
  SubscriptionId,
  UserId,
} from '../../src/domain/ids.ts';
import type { Member } from '../../src/domain/member.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Asked } from '../../src/kit/defineCommand.ts';
import { sayIn } from '../../src/kit/translate.ts';
import type { HeldRoute } from '../../src/ports/outbox.ts';
import type { FollowedSource } from '../../src/ports/subscriptions.ts';

/** Noon on 24 November 2026, UTC. */
export const now = Date.UTC(2026, 10, 24, 12);
export const guildId = '100' as GuildId;
export const newsId = '200' as ChannelId;
export const hiddenId = '201' as ChannelId;

/** A question from a member who sees #news only, unless said otherwise. */
export function askedBy(member: Partial<Member> = {}): Asked {
  const whole: Member = {
    id: '300' as UserId,
    locale: 'en-GB',
    mayManage: false,
    visibleChannelIds: new Set([newsId]),
    ...member,
  };
  const mention = (command: string) => `</${command}:1>`;
  const channelId = '202' as ChannelId;
  return { member: whole, guildId, guildName: 'Test Society', channelId, now, say: sayIn('en-GB'), mention };
}

export const moderator = (): Asked => askedBy({ mayManage: true, visibleChannelIds: new Set([newsId, hiddenId]) });

export function sampleSource(change: Partial<Source> = {}): Source {
  const url = 'https://society.example/feed.xml';
  return {
    id: 1 as SourceId,
    kind: 'feed',
    url,
    title: 'Society blog',
    validators: {},
    nextPollAt: now + 900_000,
    ...change,
  };
}

export function sampleConference(change: Partial<Conference> = {}): Conference {
  return {
    id: 5 as ConferenceId,
    guildId,
    uid: 'u',
    title: 'Annual meeting',
    time: { kind: 'days', startsOn: '2027-03-12', endsOn: '2027-03-14' },
    status: 'confirmed',
    milestones: [],
    standing: 'sure',
    evidence: {},
    sequence: 0,
    createdAt: now,
    changedAt: now,
    ...change,
  };
}

export function sampleArticle(change: Partial<Article> = {}): Article {
  return {
    id: 7 as ArticleId,
    sourceId: 1 as SourceId,
    sourceTitle: 'Society blog',
    url: 'https://society.example/rivers',
    title: 'River treaties in dry years',
    teaser: 'Treaties that share a river by fixed amounts fail first.',
    text: 'Treaties that share a river by fixed amounts fail first in dry years. Those that share by proportion last longer. We compare forty of them.',
    authors: ['A. Member'],
    categories: [],
    publishedAt: now - 86_400_000,
    firstSeenAt: now - 80_000_000,
    revision: 1,
    ...change,
  };
}

export function followed(source: Source, channelId = newsId, pausedAt?: number): FollowedSource {
  const subscription = {
    id: source.id as number as SubscriptionId,
    guildId,
    sourceId: source.id,
    channelId,
    addedBy: '300' as UserId,
    addedAt: now - 1_000_000,
    ...(pausedAt === undefined ? {} : { pausedAt }),
  };
  return { subscription, source, articleCount: 3 };
}

export function heldRoute(change: Partial<HeldRoute['delivery']> = {}, channelId = newsId, guild = guildId): HeldRoute {
  const delivery = {
    id: 'abcdefghijklmnop' as DeliveryId,
    guildId: guild,
    channelId,
    targetKind: 'text',
    purpose: 'article',
    steps: ['message', 'thread', 'question'],
    step: 'message',
    state: 'held',
    attempt: 1,
    createdAt: now,
    dueAt: now,
    orderedAt: now,
    revision: 1,
    isPlain: false,
    results: {},
    reason: 'missingPermissions',
    missing: ['CreatePublicThreads'],
    heldAt: now,
    ...change,
  } as const;
  return { guildId: guild, channelId, delivery, concern: 'posts', waiting: 2 };
}

/** The refusal an answer ends in; any other end fails the test. */
export async function refusalOf(answer: Promise<unknown>): Promise<Refusal> {
  const end = await answer.then(
    () => 'an answer',
    (error: unknown) => error,
  );
  if (end instanceof Refusal) return end;
  throw new Error(`expected a refusal, got ${String(end)}`);
}
