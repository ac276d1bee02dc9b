// What a simulated society publishes: a few articles at the start and a new one now and then.

import type { Instant } from '../../../src/domain/ids.ts';
import { hourMs, type Question } from './answer.ts';

/** Articles that are there when the simulation begins. */
export const articlesAtStart = 3;
/** No divisor of a day, so that every hour of the day sees an article in the end. */
const publishEveryMs = 29 * hourMs;
const firstAfterMs = 7 * hourMs;

/** How many articles are published at an instant. */
export function countPublished(startedAt: Instant, at: Instant): number {
  const sinceFirstMs = at - startedAt - firstAfterMs;
  return articlesAtStart + (sinceFirstMs < 0 ? 0 : 1 + Math.floor(sinceFirstMs / publishEveryMs));
}

/** When the newest of so many articles was published. */
export function publishedAt(startedAt: Instant, count: number): Instant {
  const later = count - articlesAtStart;
  return later <= 0 ? startedAt - hourMs : startedAt + firstAfterMs + (later - 1) * publishEveryMs;
}

export interface DocumentOptions {
  /** Elements of the channel. */
  readonly extra?: string;
  /** Whether articles show a teaser alone and have a page of their own. */
  readonly hasPages?: boolean;
  readonly count: number;
}

/** An RSS document with the newest article on top. */
export function rssDocument(question: Question, { extra = '', hasPages = false, count }: DocumentOptions): string {
  const site = question.origins[0];
  const items = Array.from({ length: count }, (_, index) => count - index).map((number) => {
    const name = `${question.feed}/articles/${number}`;
    const words = `<p>Article ${number} of feed ${question.feed}: rivers, treaties and who pays for the water they share.</p>`;
    const whole = hasPages ? '' : `<content:encoded><![CDATA[${words}]]></content:encoded>`;
    return `<item><guid isPermaLink="false">${site}/${name}</guid><link>${site}/${name}</link>
<title>Article ${number} on shared rivers</title><description>Teaser of article ${number}</description>${whole}</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel><title>Society</title><link>${site}/</link><description>News</description>${extra}
${items.join('\n')}
</channel></rss>`;
}

export function articlePage(path: string): string {
  const words =
    'The treaty shares the river by need and not by length of the bank, which is what the dispute was about. ';
  return `<!doctype html><html lang="en"><head><title>Page ${path}</title></head><body><main><article><h1>Page ${path}</h1>
<p>${words.repeat(4)}</p><p>${words.repeat(3)}</p></article></main></body></html>`;
}
