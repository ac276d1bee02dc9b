// What a person reads instead of an article, or before it; the label says whether the sentences are its own.

import type { Article } from '../domain/article.ts';
import type { UserId } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { articleByline, articleTitle } from './articleTitle.ts';
import { actionButton, buttonRow, container, linkButton, present, textBlock } from './blocks.ts';
import { relatedLine } from './relatedLine.ts';
import { escapeText, findLinkUrl } from './text.ts';

/** How much of an article a summary takes, shortest first. */
export const summaryLengths = ['short', 'standard', 'long'] as const;
export type SummaryLength = (typeof summaryLengths)[number];

/** Characters of a summary with its escapes: what the title and the byline leave of a message. */
const summaryLimit = 2400;

export interface ArticleSummary {
  readonly article: Article;
  /** Sentences of the article, verbatim; empty when the article has no text to quote. */
  readonly text: string;
  /** True where a language model wrote the text. */
  readonly isWritten?: boolean;
  readonly length: SummaryLength;
  /** Earlier articles on the same subject. */
  readonly related?: readonly Article[];
  /** The article's discussion on this server. */
  readonly discussionUrl?: string;
  /** Set on a summary for all: who shared it. Such a one has no buttons that only concern one person. */
  readonly sharedBy?: UserId;
  readonly say: Say;
}

export function articleSummary(summary: ArticleSummary): MessageView {
  const { article, text, isWritten = false, length, related = [], discussionUrl, sharedBy, say } = summary;
  const isShared = sharedBy !== undefined;
  const longer = summaryLengths[summaryLengths.indexOf(length) + 1];
  const excerpt = escapeText(text, summaryLimit, summaryLimit);
  const lines = [
    `### ${articleTitle(article)}`,
    articleByline(article, undefined, say),
    excerpt === ''
      ? say('summary.none')
      : `**${say(isWritten ? 'summary.writtenLabel' : 'summary.label')}**\n${excerpt}`,
    relatedLine(related, say),
    isShared ? `-# ${say('summary.sharedBy', { member: `<@${sharedBy}>` })}` : '',
  ];
  const buttons = buttonRow([
    linkButton(say('summary.read'), findLinkUrl(article.url)),
    linkButton(say('summary.discussion'), discussionUrl),
    isShared || longer === undefined || excerpt === ''
      ? undefined
      : actionButton(say('summary.longer'), customId('articles', 'longer', `${article.id}.${longer}`)),
    isShared ? undefined : actionButton(say('summary.share'), customId('articles', 'share', `${article.id}.${length}`)),
  ]);
  const body = lines.filter((line) => line !== '').map(textBlock);
  return { components: [container([...body, ...present(buttons)])] };
}
