// /articles summary: an article in a few of its own sentences, for one reader; shared with all by a button.

import { type Article, articleText } from '../../src/domain/article.ts';
import type { UserId } from '../../src/domain/ids.ts';
import { type Asked, defineSubcommand, type Pressed } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { optional, required } from '../../src/kit/options.ts';
import { type Result, reply, update } from '../../src/kit/result.ts';
import { type Say, sayIn } from '../../src/kit/translate.ts';
import type { Articles } from '../../src/ports/articles.ts';
import type { Settings } from '../../src/ports/settings.ts';
import { findQuotedSource } from '../../src/reading/curatedPost.ts';
import { findKeyFigures } from '../../src/reading/keyFigures.ts';
import { summarise } from '../../src/reading/summarise.ts';
import { articleSummary, type SummaryLength, summaryLengths } from '../../src/views/articleSummary.ts';
import { scopeOf } from '../parts/scopeOf.ts';
import { completeArticle, getArticle, getPressedArticle } from './findArticle.ts';
import { type NotifyPorts, notifyActions } from './notifyActions.ts';

/** What summing up needs. */
export interface SummaryPorts extends NotifyPorts {
  readonly articles: Articles;
  readonly settings: Settings;
}

const usualLength: SummaryLength = 'standard';

export const summary = defineSubcommand({
  name: 'summary',
  visibility: 'private',
  options: {
    article: required.text({ completes: true }),
    length: optional.choice(...summaryLengths),
  },
  async run(input, ports: SummaryPorts) {
    const article = await getArticle(input.options.article, input, ports);
    return reply(await viewOf(article, input.options.length ?? usualLength, input, ports));
  },
  complete: { article: (input, ports: SummaryPorts) => completeArticle(input, ports) },
  actions: {
    /** The other button of a card. */
    ...notifyActions,
    /** The button of a card. */
    summary: async (input, ports: SummaryPorts): Promise<Result> => {
      const article = await getPressedArticle(input.id, input, ports);
      return reply(await viewOf(article, usualLength, input, ports));
    },
    /** The menu of a list. */
    show: async (input, ports: SummaryPorts): Promise<Result> => {
      const article = await getPressedArticle(input.values[0] ?? '', input, ports);
      return reply(await viewOf(article, usualLength, input, ports));
    },
    longer: async (input, ports: SummaryPorts): Promise<Result> => {
      const article = await getPressedArticle(input.id, input, ports);
      return update(await viewOf(article, lengthIn(input), input, ports));
    },
    share: async (input, ports: SummaryPorts): Promise<Result> => {
      const article = await getPressedArticle(input.id, input, ports);
      const { language } = await ports.settings.get(input.guildId);
      const forAll = { ...input, say: sayIn(language) };
      return reply(await viewOf(article, lengthIn(input), forAll, ports, input.member.id), 'public');
    },
  },
});

/** The length in the id of a button: `<article>.<length>`. */
function lengthIn({ id }: Pressed): SummaryLength {
  return summaryLengths.find((length) => id.endsWith(`.${length}`)) ?? usualLength;
}

async function viewOf(
  article: Article,
  length: SummaryLength,
  asked: Asked & { readonly say: Say },
  { articles }: Pick<SummaryPorts, 'articles'>,
  sharedBy?: UserId,
): Promise<MessageView> {
  const threadId = await articles.findDiscussion(article.id, scopeOf(asked));
  return articleSummary({
    article,
    ...summariseForView(article, length),
    length,
    ...(threadId === undefined ? {} : { discussionUrl: `https://discord.com/channels/${asked.guildId}/${threadId}` }),
    ...(sharedBy === undefined ? {} : { sharedBy }),
    say: asked.say,
  });
}

function summariseForView(article: Article, length: SummaryLength) {
  const { text, language } = summarise(article, length);
  const whole = articleText(article);
  const quotes = article.quotes ?? findQuotedSource(whole);
  return {
    text,
    figures: findKeyFigures({ title: article.title, text: whole }),
    ...(language === undefined ? {} : { language }),
    ...(quotes === undefined ? {} : { quotes }),
  };
}
