// One item as its source says it → the Entry the bot works with: plain text, absolute links, nothing invented.

import type { Entry } from '../../domain/article.ts';
import { normaliseAuthors } from '../authorName.ts';
import { cutText, singleLine } from '../cleanText.ts';
import { findFirstPicture, toPicture } from '../firstPicture.ts';
import { htmlToLine, htmlToText } from '../htmlToText.ts';
import { normaliseLanguage } from '../languageTag.ts';
import { normaliseLink } from '../pageAddress.ts';
import { removeFeedFooter } from './feedFooter.ts';
import type { ParsedItem } from './parsedFeed.ts';

/** Characters. A long article has about 60,000. */
const maxTextLength = 200_000;
/** Characters of a title, an article's or a feed's. */
export const maxTitleLength = 500;
/** Characters of the text that stand for a missing title. */
const maxBorrowedTitleLength = 80;
const maxCategories = 20;
const maxCategoryLength = 100;

/** @returns undefined for an item that says nothing at all */
export function normaliseEntry(item: ParsedItem, feedLanguage: string | undefined): Entry | undefined {
  const teaser = readText(item.summaryHtml);
  const content = readText(item.contentHtml);
  const text = content.length > teaser.length ? content : '';
  const url = normaliseLink(item.url);
  const title = cutText(htmlToLine(item.title ?? ''), maxTitleLength) || borrowTitle(teaser || content, url);
  if (title === '') return undefined;
  const guid = singleLine(item.id ?? '');
  const language = normaliseLanguage(item.language) ?? normaliseLanguage(feedLanguage);
  const picture =
    toPicture(item.imageUrl, item.imageAlt) ??
    findFirstPicture(item.contentHtml ?? '') ??
    findFirstPicture(item.summaryHtml ?? '');
  const categories = item.categories.map((category) => cutText(htmlToLine(category), maxCategoryLength));
  return {
    ...(guid === '' ? {} : { guid }),
    ...(url === undefined ? {} : { url }),
    title,
    teaser: teaser === '' && text === '' ? content : teaser,
    text,
    authors: normaliseAuthors(item.authors.map((author) => author.name)),
    categories: [...new Set(categories)].filter((category) => category !== '').slice(0, maxCategories),
    ...(language === undefined ? {} : { language }),
    ...(picture === undefined ? {} : { picture }),
    ...(item.publishedAt === undefined ? {} : { publishedAt: item.publishedAt }),
    ...(item.updatedAt === undefined ? {} : { updatedAt: item.updatedAt }),
    ...(item.cut === undefined ? {} : { isCut: true }),
  };
}

function readText(html: string | undefined): string {
  return html === undefined ? '' : cutText(removeFeedFooter(htmlToText(html)), maxTextLength);
}

/** The first words of the text, else the address. */
function borrowTitle(text: string, url: string | undefined): string {
  const start = singleLine(text.slice(0, maxBorrowedTitleLength * 4));
  if (start === '') return url?.replace(/^https?:\/\//i, '').replace(/[/?]+$/, '') ?? '';
  if (start.length <= maxBorrowedTitleLength) return start;
  const cut = cutText(start, maxBorrowedTitleLength);
  const lastBlank = cut.lastIndexOf(' ');
  return `${lastBlank > 0 ? cut.slice(0, lastBlank) : cut}…`;
}
