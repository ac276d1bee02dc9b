// Everything the bot sends because of an article, composed as it is for a delivery.

import { messageBody } from '../../../src/discord/messageBody.ts';
import { type Article, inBrief } from '../../../src/domain/article.ts';
import { floodAnswers } from '../../../src/domain/flood.ts';
import type {
  ChannelId,
  DeliveryId,
  FloodId,
  RoleId,
  SourceId,
  SubscriptionId,
  UserId,
} from '../../../src/domain/ids.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { type CardParts, composeCard } from '../../../src/jobs/composeCard.ts';
import type { MessageView } from '../../../src/kit/message.ts';
import type { Say } from '../../../src/kit/translate.ts';
import { findKeyFigures } from '../../../src/reading/keyFigures.ts';
import { starterQuestion } from '../../../src/reading/starterQuestion.ts';
import { summarise } from '../../../src/reading/summarise.ts';
import { articleList } from '../../../src/views/articleList.ts';
import { articleSummary } from '../../../src/views/articleSummary.ts';
import { digestMessage } from '../../../src/views/digestMessage.ts';
import { floodQuestion } from '../../../src/views/floodQuestion.ts';
import { postPreview } from '../../../src/views/postPreview.ts';
import { questionChoice } from '../../../src/views/questionChange.ts';
import { sourcePreview } from '../../../src/views/sourcePreview.ts';
import { sourceTroubleAlert } from '../../../src/views/sourceTroubleAlert.ts';
import { starterQuestionMessage } from '../../../src/views/starterQuestionMessage.ts';
import { threadName } from '../../../src/views/threadName.ts';
import { guildId, now } from '../samples.ts';
import type { Payload, Permitted } from './payload.ts';

const deliveryId = 'abcdefghij234567' as DeliveryId;
const floodId = 'klmnopqrst234567' as FloodId;
const channelId = '12345678901234567890' as ChannelId;
const roleId = '98765432109876543210' as RoleId;
const memberId = '11111111111111111111' as UserId;
const discussionUrl = 'https://discord.com/channels/100/200';
const create = { method: 'POST', template: '/channels/{channel_id}/messages' } as const;

/** @param articles the one in question first, then those that stand beside it in lists; none twice */
export function composePayloads(articles: readonly [Article, ...Article[]], say: Say): Payload[] {
  const [article, ...others] = articles;
  const related = others.slice(0, 3);
  const isPinging = article.id % 3 === 0;
  const settings = { ...defaultSettings(guildId), language: say.locale, ...(isPinging ? { pingRoleId: roleId } : {}) };
  const memberRoles = { mayManage: () => isPinging };
  const parts = { article, settings, subscription: undefined, related, memberRoles, deliveryId };
  const card = composeCard(parts);
  const dates = timestampsOf([article], 'D');
  const ofCard: Permitted = {
    links: [article, ...related].map(({ url }) => url).concat(article.quotes?.url),
    timestamps: dates,
    headings: 1,
    subtexts: 1,
    ...(isPinging ? { roles: [roleId], pings: [roleId] } : {}),
  };
  const question = starterQuestionMessage({
    question: starterQuestion(article),
    articleId: article.id,
    deliveryId,
    say,
  });
  const name = threadName(article.title);
  const nonce = '1234567890123456789012345';
  const forumPost = { name, auto_archive_duration: 10_080, applied_tags: tagsOf(article), message: messageBody(card) };
  return [
    { ...create, name: 'card', body: { ...messageBody(card), nonce, enforce_nonce: true }, may: ofCard },
    { ...create, ...shown('plain card', composeCard({ ...parts, isPlain: true }), ofCard) },
    {
      method: 'PATCH',
      template: '/channels/{channel_id}/messages/{message_id}',
      ...shown('edited card', { components: card.components }, { ...ofCard, pings: [] }),
    },
    {
      method: 'POST',
      template: '/channels/{channel_id}/messages/{message_id}/threads',
      name: 'thread',
      body: { name, auto_archive_duration: 10_080 },
      may: {},
    },
    { method: 'POST', template: '/channels/{channel_id}/threads', name: 'forum post', body: forumPost, may: ofCard },
    { ...create, ...shown('starter question', question, { bolds: 1 }) },
    { ...create, ...shown('choice of a question', questionOffer(article, say), { bolds: 2 }) },
    ...recommendations(articles, parts, ofCard, say),
    ...summaries(articles, dates, say),
    ...lists(articles, card, ofCard, say),
    ...alerts(articles, say),
  ];
}

/** A moderator types anything; a title is as wild. */
function questionOffer(article: Article, say: Say): MessageView {
  const proposed = { id: 'abcdefghij234567', text: `${article.title.slice(0, 199)}?` };
  return questionChoice({ present: starterQuestion(article), proposed, isSent: true, say });
}

/** Moderators type notes as wild as titles are. */
function recommendations(
  [article]: readonly [Article, ...Article[]],
  parts: CardParts,
  ofCard: Permitted,
  say: Say,
): Payload[] {
  const recommendation = { note: article.title.slice(0, 300) };
  const card = composeCard({ ...parts, recommendation });
  const question = `${article.title.slice(0, 199)}?`;
  const preview = postPreview({ draftId: 'abcdefghij234567', channelId, card, question, say });
  const may = { ...ofCard, bolds: 1 };
  return [
    { ...create, ...shown('recommendation', card, may) },
    {
      ...create,
      ...shown('recommendation, shown before', preview, { ...may, bolds: 2, channels: [channelId], pings: [] }),
    },
  ];
}

function shown(name: string, view: MessageView, may: Permitted) {
  return { name, body: messageBody(view), may };
}

function summaries(
  [article, ...others]: readonly [Article, ...Article[]],
  timestamps: readonly string[],
  say: Say,
): Payload[] {
  const related = others.slice(0, 3);
  const length = (['short', 'standard', 'long'] as const)[article.id % 3] ?? 'long';
  const { text } = summarise(article, length);
  const figures = findKeyFigures(article);
  const links = [article, ...related].map(({ url }) => url);
  const may = { links, timestamps, headings: 1, subtexts: 3, bolds: 1 };
  const whole = articleSummary({ article, text: article.text, figures, related, length: 'long', discussionUrl, say });
  return [
    {
      ...create,
      ...shown('summary', articleSummary({ article, text, figures, related, length, discussionUrl, say }), may),
    },
    { ...create, ...shown('summary of a whole text', whole, may) },
    {
      ...create,
      ...shown('shared summary', articleSummary({ article, text, length, related, sharedBy: memberId, say }), {
        ...may,
        users: [memberId],
      }),
    },
  ];
}

function lists(articles: readonly [Article, ...Article[]], card: MessageView, ofCard: Permitted, say: Say): Payload[] {
  const links = articles.map(({ url }) => url);
  const timestamps = timestampsOf(articles, 'D');
  const page = articles.slice(0, 5);
  const paging = { page: 0, pageCount: 3, toPage: (other: number) => `v1:articles:page:${other}` };
  const entries = page.map((one, index) => ({
    article: inBrief(one),
    ...(index % 2 ? { snippet: snippetOf(one) } : {}),
  }));
  const digest = digestMessage({ articles, deliveryId, say });
  const list = articleList({ heading: 'Articles', entries, paging, say });
  const preview = sourcePreview({
    sourceId: 1 as SourceId,
    source: '**x**',
    channelId,
    card,
    noCard: '…',
    entries: page.map(({ title, url }) => ({ title, ...(url === undefined ? {} : { url }), fate: 'waiting' })),
    page: 0,
    pageCount: 2,
    say,
  });
  const ofPreview = { ...ofCard, links: [...links, ...(ofCard.links ?? [])], subtexts: 6, bolds: 3, pings: [] };
  return [
    { ...create, ...shown('digest', digest, { links, items: articles.length, bolds: 1 }) },
    { ...create, ...shown('list', list, { links, timestamps, subtexts: 5, bolds: 500 }) },
    { ...create, ...shown('preview', preview, { ...ofPreview, channels: [channelId] }) },
  ];
}

/** As a search marks its hits. */
function snippetOf({ text, teaser }: Article): string {
  return (text || teaser)
    .slice(0, 300)
    .replace(/\p{L}+/gu, (word, at: number) => (at % 3 ? word : `\u0002${word}\u0003`));
}

function alerts(articles: readonly [Article, ...Article[]], say: Say): Payload[] {
  const [article] = articles;
  const flood = {
    id: floodId,
    guildId,
    subscriptionId: 1 as SubscriptionId,
    articleIds: articles.map(({ id }) => id),
    because: (['many', 'longSilence', 'restored'] as const)[article.id % 3] ?? 'many',
    askedAt: now,
  } as const;
  const answer = floodAnswers[article.id % floodAnswers.length] ?? 'all';
  const facts = { sourceTitle: article.sourceTitle, articles, deliveryId, say };
  const answered = { ...flood, answer, answeredBy: memberId, answeredAt: now };
  const mayList = { links: articles.map(({ url }) => url), items: articles.length, bolds: 1 };
  const url = article.url ?? article.title;
  const trouble = { sourceId: 1 as SourceId, title: article.title, url, code: 'login', since: now, isStopped: false };
  return [
    { ...create, ...shown('question about many', floodQuestion({ ...facts, flood }), mayList) },
    {
      ...create,
      ...shown('answered question', floodQuestion({ ...facts, flood: answered }), {
        ...mayList,
        users: [memberId],
        timestamps: [stamp(now, 'F')],
      }),
    },
    {
      ...create,
      ...shown('alert about a source', sourceTroubleAlert({ ...trouble, deliveryId, say }), {
        links: [url],
        timestamps: [stamp(now, 'F')],
      }),
    },
  ];
}

/** As many tags as a post may have, one for each category. */
function tagsOf({ categories }: Article): string[] {
  return categories.slice(0, 5).map((_, index) => `${1_000 + index}`);
}

function timestampsOf(articles: readonly Article[], style: string): string[] {
  return articles.flatMap(({ publishedAt }) => (publishedAt === undefined ? [] : [stamp(publishedAt, style)]));
}

function stamp(instant: number, style: string): string {
  return `${Math.floor(instant / 1000)}:${style}`;
}
