// Messages about articles and sources whose every part is as long as it can be.

import { inBrief } from '../../../src/domain/article.ts';
import { holdReasons } from '../../../src/domain/delivery.ts';
import type {
  ArticleId,
  CalendarId,
  DeliveryId,
  FloodId,
  RoleId,
  SourceId,
  SubscriptionId,
  UserId,
} from '../../../src/domain/ids.ts';
import { permissions } from '../../../src/domain/permission.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import type { MessageView } from '../../../src/kit/message.ts';
import type { Say } from '../../../src/kit/translate.ts';
import { type ArticleCard, articleCard } from '../../../src/views/articleCard.ts';
import { articleFate } from '../../../src/views/articleFate.ts';
import { articleList } from '../../../src/views/articleList.ts';
import { articleSummary } from '../../../src/views/articleSummary.ts';
import { charactersOf } from '../../../src/views/blocks.ts';
import { calendarTroubleAlert } from '../../../src/views/calendarTroubleAlert.ts';
import { digestMessage } from '../../../src/views/digestMessage.ts';
import { discordTroubleAlert } from '../../../src/views/discordTroubleAlert.ts';
import { floodQuestion } from '../../../src/views/floodQuestion.ts';
import { givenUpAlert } from '../../../src/views/givenUpAlert.ts';
import { indexPreview } from '../../../src/views/indexPreview.ts';
import { nothingFound } from '../../../src/views/nothingFound.ts';
import { questionChoice } from '../../../src/views/questionChange.ts';
import { routeHeldAlert } from '../../../src/views/routeHeldAlert.ts';
import { sourceAdded } from '../../../src/views/sourceAdded.ts';
import { sourceChoice } from '../../../src/views/sourceChoice.ts';
import { sourceChoices } from '../../../src/views/sourceChoices.ts';
import { sourceList } from '../../../src/views/sourceList.ts';
import { sourcePreview } from '../../../src/views/sourcePreview.ts';
import { sourceStory } from '../../../src/views/sourceStory.ts';
import { sourcesImported } from '../../../src/views/sourcesImported.ts';
import { sourceTroubleAlert } from '../../../src/views/sourceTroubleAlert.ts';
import { starterQuestionMessage } from '../../../src/views/starterQuestionMessage.ts';
import { messageTextLimit } from '../../../src/views/text.ts';
import { followed, guildId, newsId, now, sampleArticle, sampleSource } from '../samples.ts';
import { fullestReport } from './fullestStatus.ts';

const deliveryId = 'abcdefghij234567' as DeliveryId;
/** Every sign of it is escaped, so that it grows to twice its length. */
const stars = '*'.repeat(100_000);
/** As long as a link may be. */
const url = `https://society.example/${'p'.repeat(488)}`;
const longUrl = `https://society.example/${stars}`;
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
  id: 'klmnopqrst234567' as FloodId,
  guildId,
  subscriptionId: 1 as SubscriptionId,
  articleIds: articles.map(({ id }) => id),
  because: 'restored',
  askedAt: now,
} as const;
const quotes = { name: stars, title: stars, url };
const pingRoleId = '1'.repeat(20) as RoleId;
const related = articles.slice(0, 3);
const source = `**${'\\*'.repeat(100)}**`;
const trouble = { count: 9, sightings: 9, since: now, code: 'layoutChanged', detail: stars };
const troubled = sampleSource({ title: stars, url, siteUrl: url, formerUrl: url, trouble, lastReadAt: now });
const terms = Array.from({ length: 20 }, (_, index) => `${stars.slice(0, 59)}${index}`);
const subscription = {
  ...followed(troubled).subscription,
  filter: { any: terms, all: terms, none: terms },
  pausedAt: now,
};
const problem = { channelId: newsId, missing: permissions };
const settings = {
  ...defaultSettings(guildId),
  articlesChannelId: newsId,
  conferencesChannelId: newsId,
  alertsChannelId: newsId,
  pingRoleId,
};
const command = '</conferences upcoming:12345678901234567890>';
const feeds = Array(25).fill({ title: stars, url, articleCount: 999, newestAt: now });

export const fullestCard = (say: Say): MessageView => articleCard(fullestCardParts(say));

export function fullestCardParts(say: Say): ArticleCard {
  return {
    article: fullest,
    excerpt: stars,
    minutes: 999,
    quotes,
    related,
    deliveryId,
    pingRoleId,
    isRoleOffered: true,
    say,
  };
}

export function fullestLists(say: Say): MessageView[] {
  return [digestMessage({ articles, deliveryId, say }), fullestFlood(say, false)];
}

function fullestFlood(say: Say, isBelow: boolean): MessageView {
  return floodQuestion({ flood, sourceTitle: stars, articles, deliveryId, isBelow, say });
}

/** By name. */
export function fullestOfArticles(say: Say): readonly (readonly [string, MessageView])[] {
  const card = fullestCard(say);
  const below = fullestFlood(say, true).components;
  const paging = { page: 1, pageCount: 999, toPage: (page: number) => `v1:articles:page:k.${page}` };
  const offered = { offerId: 'abcdefghij234567', owner: 'sources', channelId: newsId, command, say } as const;
  const fate = articleFate({
    explanation: { kind: 'skipped', judgement: { kind: 'skip', because: 'filterAll', term: stars } },
    guildId,
    statusCommand: command,
    say,
  });
  const preview = { sourceId: 1 as SourceId, source, channelId: newsId, noCard: '', page: 0, pageCount: 2, say };
  const counts = { added: 99, known: 99, full: 99, limit: 100, listCommand: command, removeCommand: command };
  const silent = { title: '', url: longUrl, since: now, deliveryId, say };
  return [
    ['a card', card],
    [
      'a summary',
      articleSummary({
        ...{ article: fullest, text: stars, length: 'standard', figures: [stars, stars, stars], quotes },
        ...{ language: 'pt', related, discussionUrl: url, say },
      }),
    ],
    [
      'a list',
      articleList({
        heading: say('list.latestFrom', { source }),
        entries: articles.slice(0, 5).map((article) => ({ article: inBrief(article), snippet: stars })),
        paging,
        say,
      }),
    ],
    ['a list of many articles', digestMessage({ articles, deliveryId, say })],
    ['the question about many articles', fullestFlood(say, false)],
    [
      'its answer',
      floodQuestion({
        ...{ flood: { ...flood, answer: 'all', answeredBy: '3'.repeat(20) as UserId, answeredAt: now } },
        ...{ sourceTitle: stars, articles, deliveryId, say },
      }),
    ],
    ['the report of the server’s health', fullestReport(say)],
    [
      'the question about many articles below it',
      { components: [...fullestReport(say, messageTextLimit - charactersOf(below)).components, ...below] },
    ],
    [
      'the answer to a search that found nothing',
      nothingFound({ query: stars, nearest: articles, word: stars, isNarrowed: false, say }),
    ],
    ['the choice between feeds', sourceChoice({ ...offered, feeds })],
    ['the articles of a page', indexPreview({ ...offered, title: '', url: longUrl, entries: articles })],
    ...holdReasons.flatMap((reason) =>
      (['posts', 'discussions', 'publishing', 'events', 'changes'] as const).map(
        (concern) =>
          [
            `the alert of ${concern} held for ${reason}`,
            routeHeldAlert({ channelId: newsId, reason, missing: permissions, concern, waiting: 999, deliveryId, say }),
          ] as const,
      ),
    ),
    [
      'the alert about a source without a name',
      sourceTroubleAlert({ ...silent, sourceId: 1 as SourceId, code: 'layoutChanged', isStopped: false }),
    ],
    [
      'the same to one person',
      sourceTroubleAlert({ ...silent, sourceId: 1 as SourceId, code: 'login', isStopped: true, isDirect: true }),
    ],
    [
      'the alert about a calendar',
      calendarTroubleAlert({ ...silent, calendarId: 1 as CalendarId, code: 'layoutChanged' }),
    ],
    ['the alert about Discord', discordTroubleAlert({ since: now, deliveryId, say })],
    [
      'the alert about an article',
      givenUpAlert({ brought: fullest, channelId: newsId, reason: 'blocked', deliveryId, say }),
    ],
    [
      'the choice of a question',
      questionChoice({ present: stars, proposed: { id: 'abcdefghij234567', text: stars.slice(1) }, isSent: true, say }),
    ],
    ['a question', starterQuestionMessage({ question: stars, articleId: fullest.id, deliveryId, say })],
    [
      'a source that was added',
      sourceAdded({
        title: stars,
        url,
        feedUrl: url,
        articleCount: 999,
        newestAt: now,
        channelId: newsId,
        backfilled: 3,
        nextPollAt: now,
        problem,
        say,
      }),
    ],
    [
      'the list of sources',
      sourceList({
        sources: Array.from({ length: 5 }, (_, index) => ({
          source: { ...troubled, id: index as SourceId },
          channelId: newsId,
          articleCount: 999,
        })),
        total: 99,
        page: 1,
        pageCount: 9,
        say,
      }),
    ],
    [
      'a source',
      sourceStory({ source: troubled, subscription, settings, articleCount: 999, newest: fullest, now, say }),
    ],
    [
      'what is chosen for a source',
      sourceChoices({
        source,
        choices: subscription,
        settings,
        isChanged: true,
        formerChannelId: newsId,
        problem,
        nextStep: say('sourceChoices.howToPreview', { command }),
        say,
      }),
    ],
    [
      'a list of feeds',
      sourcesImported({
        ...counts,
        refused: Array(9).fill({ title: stars, url, code: 'layoutChanged' }),
        problems: [problem, problem],
        say,
      }),
    ],
    ['a preview', sourcePreview({ ...preview, card, entries: Array(5).fill({ title: stars, url, fate }) })],
  ];
}
