// Articles one below the other, five a page: the newest, or what a search found.

import type { BriefArticle } from '../domain/article.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { articleByline } from './articleTitle.ts';
import { container, entryTextLimit, present, selectRow, textBlock } from './blocks.ts';
import { type Paging, pageMark, pageRow } from './pageRow.ts';
import { cutText, escapeLine, escapeMarkdown, evenlySpaced, firstFitting, linkTo, oneLine } from './text.ts';

/** Characters of an entry's title and of its line before escaping. */
const lineLimit = 160;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks that a search sets around its hits
const hitMark = /([\u0002\u0003])/;

export interface ListedArticle {
  readonly article: BriefArticle;
  /** A few words of the article around what was searched, the hit between U+0002 and U+0003. */
  readonly snippet?: string;
}

export interface ArticleList {
  /** Above the list; one sentence, foreign text in it escaped. */
  readonly heading: string;
  /** Those of this page. */
  readonly entries: readonly ListedArticle[];
  readonly paging: Paging;
  readonly say: Say;
}

export function articleList({ heading, entries, paging, say }: ArticleList): MessageView {
  return {
    components: [
      container([
        textBlock(`**${heading}**${pageMark(paging, say)}`),
        ...entries.map((entry) => textBlock(entryText(entry, say))),
        ...present(
          pageRow(paging, say),
          summarySelect(
            entries.map((entry) => entry.article),
            say,
          ),
        ),
      ]),
    ],
  };
}

/** The menu "Show summary of …"; undefined without articles. */
export function summarySelect(articles: readonly Pick<BriefArticle, 'id' | 'title'>[], say: Say) {
  const entries = articles.map((article) => ({ label: article.title, value: `${article.id}` }));
  return selectRow(customId('articles', 'show'), say('list.showSummary'), entries);
}

function entryText({ article, snippet }: ListedArticle, say: Say): string {
  const { url } = article;
  const title = cutText(oneLine(article.title), lineLimit) || '…';
  const byline = articleByline({ ...article, authors: [] }, undefined, say);
  const line = snippet === undefined ? escapeLine(article.beginning, lineLimit) : emphasised(snippet);
  const lines = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('\n');
  return firstFitting(
    entryTextLimit,
    () => lines(linkTo(title, url), byline, line),
    () => lines(linkTo(title, url), byline),
    () => lines(linkTo(title, undefined), byline, line),
    () => lines(linkTo(title, undefined), byline),
  );
}

/** The parts between the marks in bold, everything escaped; two bold parts side by side are one. */
function emphasised(snippet: string): string {
  const line = cutText(evenlySpaced(snippet), 2 * lineLimit);
  const parts = line.split(hitMark);
  let isHit = false;
  return parts
    .map((part) => {
      if (part === '\u0002' || part === '\u0003') isHit = part === '\u0002';
      // What follows a colon is in the next part, and might make a link of it.
      const escaped = escapeMarkdown(part);
      const text = escaped.endsWith(':') ? `${escaped.slice(0, -1)}\\:` : escaped;
      return isHit && text.trim() !== '' ? `**${text}**` : text;
    })
    .join('')
    .replaceAll('****', '');
}
