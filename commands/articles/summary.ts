// /articles summary: an article in a few sentences, its own or those of the language model, for one reader; shared with all by a
// button.

import { type Article, articleText } from '../../src/domain/article.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { UserId } from '../../src/domain/ids.ts';
import { type Asked, defineSubcommand, type Pressed } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { optional, required } from '../../src/kit/options.ts';
import { type Result, reply, share, update } from '../../src/kit/result.ts';
import { type Say, sayIn } from '../../src/kit/translate.ts';
import type { Articles } from '../../src/ports/articles.ts';
import type { Model } from '../../src/ports/model.ts';
import type { Settings } from '../../src/ports/settings.ts';
import type { Shares } from '../../src/ports/shares.ts';
import { findQuotedSource } from '../../src/reading/curatedPost.ts';
import { findKeyFigures } from '../../src/reading/keyFigures.ts';
import { summarise } from '../../src/reading/summarise.ts';
import { articleSummary, type SummaryLength, summaryLengths } from '../../src/views/articleSummary.ts';
import { notice } from '../../src/views/notice.ts';
import { summaryShared } from '../../src/views/summaryShared.ts';
import { scopeOf } from '../parts/scopeOf.ts';
import { completeArticle, getArticle, getPressedArticle } from './findArticle.ts';
import { type NotifyPorts, notifyActions } from './notifyActions.ts';

/** What summing up needs. */
export interface SummaryPorts extends NotifyPorts {
  readonly articles: Articles;
  readonly settings: Settings;
  readonly model: Pick<Model, 'summarise'>;
  readonly shares: Shares;
}

const usualLength: SummaryLength = 'standard';
const undoMs = 60_000;
const relatedShown = 3;

export const summary = defineSubcommand({
  name: 'summary',
  visibility: 'private',
  options: {
    article: required.text({ completes: true }),
    length: optional.choice(...summaryLengths),
  },
  async run(input, ports: SummaryPorts) {
    const article = await getArticle(input.options.article, input, ports);
    return reply(await summaryOf(article, input.options.length ?? usualLength, input, ports));
  },
  complete: { article: (input, ports: SummaryPorts) => completeArticle(input, ports) },
  actions: {
    /** The other button of a card. */
    ...notifyActions,
    /** The button of a card. */
    summary: async (input, ports: SummaryPorts): Promise<Result> => {
      const article = await getPressedArticle(input.id, input, ports);
      return reply(await summaryOf(article, usualLength, input, ports));
    },
    /** The menu of a list. */
    show: async (input, ports: SummaryPorts): Promise<Result> => {
      const article = await getPressedArticle(input.values[0] ?? '', input, ports);
      return reply(await summaryOf(article, usualLength, input, ports));
    },
    longer: async (input, ports: SummaryPorts): Promise<Result> => {
      const article = await getPressedArticle(input.id, input, ports);
      return update(await summaryOf(article, lengthIn(input), input, ports));
    },
    share: async (input, ports: SummaryPorts): Promise<Result> => {
      const article = await getPressedArticle(input.id, input, ports);
      const { language } = await ports.settings.get(input.guildId);
      const forAll = { ...input, say: sayIn(language) };
      const post = await summaryOf(article, lengthIn(input), forAll, ports, input.member.id);
      return share(post, summaryShared(input.now + undoMs, input.say));
    },
    /** On what the person who shared sees instead of the summary. */
    undoShare: async (input, ports: SummaryPorts): Promise<Result> => {
      const isOver = input.now >= Number(input.id) * 1000;
      const isGone = !isOver && (await ports.shares.takeBack(input.messageId, input.member.id));
      if (!isGone) throw new Refusal('undoTooLate');
      return update(notice(input.say('summary.takenBack')));
    },
  },
});

/** The length in the id of a button: `<article>.<length>`. */
function lengthIn({ id }: Pressed): SummaryLength {
  return summaryLengths.find((length) => id.endsWith(`.${length}`)) ?? usualLength;
}

/** As everyone sees it where it is shared, else as one person does. */
export async function summaryOf(
  article: Article,
  length: SummaryLength,
  asked: Asked & { readonly say: Say },
  { articles, model }: Pick<SummaryPorts, 'articles' | 'model'>,
  sharedBy?: UserId,
): Promise<MessageView> {
  const threadId = await articles.findDiscussion(article.id, scopeOf(asked));
  const written = await model.summarise(article, length);
  // What is shared may name only what everyone in the channel can see.
  const scope = sharedBy === undefined ? scopeOf(asked) : { ...scopeOf(asked), channelIds: new Set([asked.channelId]) };
  const related = await articles.listRelated(article, scope, relatedShown);
  return articleSummary({
    article,
    ...summariseForView(article, length),
    ...(written === undefined ? {} : { text: written, isWritten: true }),
    length,
    related,
    ...(threadId === undefined ? {} : { discussionUrl: `https://discord.com/channels/${asked.guildId}/${threadId}` }),
    ...(sharedBy === undefined ? {} : { sharedBy }),
    say: asked.say,
  });
}

/** What a summary shows, from the article alone. */
export function summariseForView(article: Article, length: SummaryLength) {
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
