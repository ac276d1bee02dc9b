// A feed's bytes → what readFeed answers, but for what only the fetcher knows.

import { isUrl } from '../../domain/isUrl.ts';
import type { FeedReading } from '../../ports/reader.ts';
import { cutText } from '../cleanText.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { htmlToLine } from '../htmlToText.ts';
import { normaliseLanguage } from '../languageTag.ts';
import { normaliseLink } from '../pageAddress.ts';
import { fitTexts } from './fitTexts.ts';
import { maxTitleLength, normaliseEntry } from './normaliseEntry.ts';
import type { FeedDocument } from './parsedFeed.ts';
import { parseFeed } from './parseFeed.ts';

export type FeedContent = Pick<
  FeedReading,
  'title' | 'siteUrl' | 'language' | 'entries' | 'fingerprint' | 'wishes' | 'isPartial' | 'isCut'
>;

/** @throws SourceError as parseFeed does */
export function readFeedDocument(document: FeedDocument): FeedContent {
  const feed = parseFeed(document);
  const siteUrl = normaliseLink(feed.url);
  const language = normaliseLanguage(feed.language);
  const host = document.url !== undefined && isUrl(document.url) ? new URL(document.url).hostname : '';
  // An item whose name is cut comes whole with the next reading.
  const items = feed.items.filter((item) => item.cut !== 'name');
  const entries = fitTexts(
    items.map((item) => normaliseEntry(item, feed.language)).filter((entry) => entry !== undefined),
  );
  return {
    title: cutText(htmlToLine(feed.title ?? ''), maxTitleLength) || host,
    ...(siteUrl === undefined ? {} : { siteUrl }),
    ...(language === undefined ? {} : { language }),
    entries,
    fingerprint: fingerprintOf(entries),
    ...(feed.wishes === undefined || Object.keys(feed.wishes).length === 0 ? {} : { wishes: feed.wishes }),
    isPartial: feed.isPartial,
    ...(feed.isCut === true ? { isCut: true } : {}),
  };
}
