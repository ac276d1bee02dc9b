// An article in a few sentences, its own or those of the language model, as a message.

import type { Article } from '../../src/domain/article.ts';
import type { UserId } from '../../src/domain/ids.ts';
import type { Asked } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import type { Say } from '../../src/kit/translate.ts';
import type { ArticleReadings } from '../../src/ports/articleReadings.ts';
import type { Articles } from '../../src/ports/articles.ts';
import type { Model } from '../../src/ports/model.ts';
import { readArticle } from '../../src/reading/readArticle.ts';
import { articleSummary, type SummaryLength } from '../../src/views/articleSummary.ts';
import { scopeOf } from './scopeOf.ts';

export interface SummarisingPorts {
  readonly articles: Articles;
  readonly articleReadings: Pick<ArticleReadings, 'find'>;
  readonly model: Pick<Model, 'summarise'>;
}

/** Unless a person asks for another. */
export const usualLength: SummaryLength = 'standard';

const relatedShown = 3;

/** As everyone sees it where it is shared, else as one person does. */
export async function summaryOf(
  article: Article,
  length: SummaryLength,
  asked: Asked & { readonly say: Say },
  { articles, articleReadings, model }: SummarisingPorts,
  sharedBy?: UserId,
): Promise<MessageView> {
  const threadId = await articles.findDiscussion(article.id, scopeOf(asked));
  const written = await model.summarise(article, length);
  // What is shared may name only what everyone in the channel can see.
  const scope = sharedBy === undefined ? scopeOf(asked) : { ...scopeOf(asked), channelIds: new Set([asked.channelId]) };
  const related = await articles.listRelated(article, scope, relatedShown);
  const kept = length === usualLength ? await articleReadings.find(article) : undefined;
  return articleSummary({
    article,
    ...(kept ?? readArticle(article, length)),
    ...(article.quotes === undefined ? {} : { quotes: article.quotes }),
    ...(written === undefined ? {} : { text: written, isWritten: true }),
    length,
    related,
    ...(threadId === undefined ? {} : { discussionUrl: `https://discord.com/channels/${asked.guildId}/${threadId}` }),
    ...(sharedBy === undefined ? {} : { sharedBy }),
    say: asked.say,
  });
}
