// JSON Feed 1.0 and 1.1 → ParsedFeed. What has the wrong type counts as absent. @see https://www.jsonfeed.org/version/1.1/

import { SourceError } from '../../domain/errors.ts';
import { parseFeedDate } from '../feedDate.ts';
import { escapeHtml } from '../htmlToText.ts';
import { resolveUrl } from '../resolveUrl.ts';
import { absoluteLinks } from './absoluteLinks.ts';
import type { ParsedAuthor, ParsedEnclosure, ParsedFeed, ParsedItem } from './parsedFeed.ts';
import { maxItems } from './tree.ts';

type Json = Readonly<Record<string, unknown>>;

/** Entries of one list within an item. */
const maxListLength = 50;
/** Characters of an id. */
const maxIdLength = 2_000;
/** Characters of one text; a longer one is cut. */
const maxTextLength = 1_000_000;
/** Objects and lists in a document, those within texts included; each costs memory however little it says. */
const maxBrackets = 200_000;
/** An id that is a number beyond 2^53 would be read as its neighbour's. Within a text the quotes have backslashes. */
const longId = /("id"\s{0,100}:\s{0,100})(\d{16,100})(?=\s{0,100}[,}])/g;
const openingBrace = 0x7b;
const openingBracket = 0x5b;

/** @throws SourceError brokenFeed when it is no JSON, notAFeed when it is another document */
export function parseJsonFeed(text: string, base: string | undefined): ParsedFeed {
  const feed = asObject(parseJson(text));
  const items = feed.items;
  if (!Array.isArray(items) || (textIn(feed, 'version') ?? '').includes('jsonfeed.org') === false) {
    throw new SourceError('notAFeed');
  }
  return {
    format: 'json',
    isPartial: items.length > maxItems,
    id: addressIn(feed, 'feed_url', base),
    title: htmlIn(feed, 'title'),
    url: addressIn(feed, 'home_page_url', base),
    description: htmlIn(feed, 'description'),
    language: textIn(feed, 'language'),
    authors: authorsIn(feed, base),
    categories: [],
    imageUrl: addressIn(feed, 'icon', base) ?? addressIn(feed, 'favicon', base),
    items: items.slice(0, maxItems).map((item) => parseItem(asObject(item), base)),
  };
}

function parseJson(text: string): unknown {
  if (countBrackets(text) > maxBrackets) throw new SourceError('tooLarge');
  try {
    return JSON.parse(text.replace(longId, '$1"$2"'));
  } catch (cause) {
    throw new SourceError('brokenFeed', {}, { cause });
  }
}

/** Counts no further than the limit. */
function countBrackets(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length && count <= maxBrackets; index += 1) {
    const code = text.charCodeAt(index);
    if (code === openingBrace || code === openingBracket) count += 1;
  }
  return count;
}

function parseItem(item: Json, base: string | undefined): ParsedItem {
  const html = textIn(item, 'content_html');
  const id = typeof item.id === 'number' ? String(item.id) : textIn(item, 'id')?.slice(0, maxIdLength);
  return {
    id,
    url: addressIn(item, 'url', base) ?? addressIn(item, 'external_url', base),
    title: htmlIn(item, 'title'),
    authors: authorsIn(item, base),
    publishedAt: parseFeedDate(textIn(item, 'date_published')),
    updatedAt: parseFeedDate(textIn(item, 'date_modified')),
    summaryHtml: htmlIn(item, 'summary'),
    contentHtml: html === undefined ? plainHtml(textIn(item, 'content_text')) : absoluteLinks(html, base),
    categories: listIn(item, 'tags').filter((tag): tag is string => typeof tag === 'string'),
    language: textIn(item, 'language'),
    imageUrl: addressIn(item, 'image', base) ?? addressIn(item, 'banner_image', base),
    enclosures: listIn(item, 'attachments').flatMap((file) => enclosureOf(asObject(file), base)),
  };
}

function plainHtml(text: string | undefined): string | undefined {
  return text === undefined
    ? undefined
    : escapeHtml(text)
        .replace(/\n{2,}/g, '<p>')
        .replaceAll('\n', '<br>');
}

function authorsIn(holder: Json, base: string | undefined): ParsedAuthor[] {
  const listed = listIn(holder, 'authors');
  return (listed.length === 0 ? [holder.author] : listed).map(asObject).flatMap((author) => {
    const name = textIn(author, 'name');
    const url = addressIn(author, 'url', base);
    if (name === undefined && url === undefined) return [];
    return [{ ...(name === undefined ? {} : { name }), ...(url === undefined ? {} : { url }) }];
  });
}

function enclosureOf(file: Json, base: string | undefined): ParsedEnclosure[] {
  const url = addressIn(file, 'url', base);
  const type = textIn(file, 'mime_type');
  const length = typeof file.size_in_bytes === 'number' ? { length: String(file.size_in_bytes) } : {};
  return url === undefined ? [] : [{ url, ...(type === undefined ? {} : { type }), ...length }];
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function textIn(holder: Json, key: string): string | undefined {
  const value = Object.hasOwn(holder, key) ? holder[key] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, maxTextLength) : undefined;
}

function htmlIn(holder: Json, key: string): string | undefined {
  const text = textIn(holder, key);
  return text === undefined ? undefined : escapeHtml(text);
}

function addressIn(holder: Json, key: string, base: string | undefined): string | undefined {
  const text = textIn(holder, key);
  return text === undefined ? undefined : (resolveUrl(text, base) ?? text);
}

function listIn(holder: Json, key: string): unknown[] {
  const value = Object.hasOwn(holder, key) ? holder[key] : undefined;
  return Array.isArray(value) ? value.slice(0, maxListLength) : [];
}
