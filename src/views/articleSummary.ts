// What a person reads instead of an article, or before it; the label says whether the sentences are its own.

import type { Article } from '../domain/article.ts';
import type { UserId } from '../domain/ids.ts';
import type { QuotedSource } from '../domain/quotedSource.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import { languageOf, onceForEach, type Say } from '../kit/translate.ts';
import { articleByline, articleTitle } from './articleTitle.ts';
import { actionButton, buttonRow, container, linkButton, present, textBlock } from './blocks.ts';
import { wordLocale } from './days.ts';
import { quotedLine } from './quotedLine.ts';
import { relatedLine } from './relatedLine.ts';
import { countCharacters, escapeLine, escapeText, findLinkUrl, messageTextLimit, plainText } from './text.ts';

/** How much of an article a summary takes, shortest first. */
export const summaryLengths = ['short', 'standard', 'long'] as const;
export type SummaryLength = (typeof summaryLengths)[number];

/** Characters of a summary with its escapes, where the lines around it leave as many. */
const summaryLimit = 2400;
/** Characters around the label. */
const markup = 10;

/** Characters of a figure with what it measures; the words are counted where it is found. */
const figureLimit = 160;

export interface ArticleSummary {
  readonly article: Article;
  /** Sentences of the article, verbatim; empty when the article has no text to quote. */
  readonly text: string;
  /** True where a language model wrote the text. */
  readonly isWritten?: boolean;
  readonly length: SummaryLength;
  /** Figures and dates of the article, each verbatim with what it measures. */
  readonly figures?: readonly string[];
  /** Whose article a curated post quotes. */
  readonly quotes?: QuotedSource;
  /** ISO 639-1 code of the language of the text, where it is known. */
  readonly language?: string;
  /** Earlier articles on the same subject. */
  readonly related?: readonly Pick<Article, 'title' | 'url'>[];
  /** The article's discussion on this server. */
  readonly discussionUrl?: string;
  /** Set on a summary for all: who shared it. Such a one has no buttons that only concern one person. */
  readonly sharedBy?: UserId;
  readonly say: Say;
}

export function articleSummary(summary: ArticleSummary): MessageView {
  const { article, text, length, figures = [], quotes, related = [], discussionUrl, sharedBy, say } = summary;
  const isShared = sharedBy !== undefined;
  const longer = summaryLengths[summaryLengths.indexOf(length) + 1];
  const isEmpty = plainText(text).trim() === '';
  const label = labelOf(summary);
  const above = [`### ${articleTitle(article)}`, articleByline(article, undefined, say)];
  const below = [
    isEmpty || quotes === undefined ? '' : `-# ${quotedLine(quotes, say)}`,
    isEmpty ? '' : figuresLine(figures, say),
    relatedLine(related, say),
    isShared ? `-# ${say('summary.sharedBy', { member: `<@${sharedBy}>` })}` : '',
  ];
  const taken = countCharacters([...above, ...below, label].join('')) + markup;
  const excerpt = escapeText(text, summaryLimit, Math.min(summaryLimit, messageTextLimit - taken));
  const lines = [...above, isEmpty ? say('summary.none') : `**${label}**\n${excerpt}`, ...below];
  const buttons = buttonRow([
    linkButton(say('summary.read'), findLinkUrl(article.url)),
    linkButton(say('summary.discussion'), discussionUrl),
    isShared || longer === undefined || isEmpty
      ? undefined
      : actionButton(say('summary.longer'), customId('articles', 'longer', `${article.id}.${longer}`)),
    isShared ? undefined : actionButton(say('summary.share'), customId('articles', 'share', `${article.id}.${length}`)),
  ]);
  const body = lines.filter((line) => line !== '').map(textBlock);
  return { components: [container([...body, ...present(buttons)])] };
}

const languagesOf = onceForEach((locale) => new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }));

/** "Excerpt", "Excerpt in German" for whoever reads English, or "AI summary". */
function labelOf({ language, isWritten = false, say }: ArticleSummary): string {
  if (isWritten) return say('summary.writtenLabel');
  const isTheirs = language === undefined || language === languageOf(say.locale);
  const name = isTheirs ? undefined : languagesOf(wordLocale(say)).of(language);
  return name === undefined ? say('summary.label') : say('summary.labelIn', { language: name });
}

/** Cut as a whole: a figure without its end is wrong. */
function figuresLine(figures: readonly string[], say: Say): string {
  const quoted = figures.map((figure) => say('quoted', { text: escapeLine(figure, figureLimit) }));
  return quoted.length === 0 ? '' : `-# ${say('summary.figures', { figures: quoted.join(' · ') })}`;
}
