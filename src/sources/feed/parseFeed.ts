// The bytes of a feed → what it says. The one way in for all formats. Invariant: SourceError and nothing else is thrown, and
// the work is bounded whatever the bytes are.

import { SourceError } from '../../domain/errors.ts';
import { mendC1Characters } from '../c1Characters.ts';
import { decodeText } from '../decodeText.ts';
import { resolveUrl } from '../resolveUrl.ts';
import type { FeedDocument, ParsedFeed } from './parsedFeed.ts';
import { parseJsonFeed } from './parseJsonFeed.ts';
import { parseXmlFeed } from './parseXmlFeed.ts';

/** Bytes; what the fetcher lets through, kept here again for documents that come another way. */
const maxFeedBytes = 10_000_000;

/** @throws SourceError tooLarge, htmlInsteadOfFeed, notAFeed, brokenFeed */
export function parseFeed(document: FeedDocument): ParsedFeed {
  if (document.bytes.length > maxFeedBytes) throw new SourceError('tooLarge');
  try {
    const text = mendC1Characters(decodeText(document.bytes, document.contentType ?? ''));
    const location = document.contentLocation?.trim() ?? '';
    const base = location === '' ? document.url : (resolveUrl(location, document.url) ?? document.url);
    if (/^\s{0,1000}[[{]/.test(text)) return parseJsonFeed(text, base);
    return parseXmlFeed(text, base, document.contentLanguage ?? '');
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError('brokenFeed', {}, { cause: error });
  }
}
