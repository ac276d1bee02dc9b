// Article pages → title, author, date, text and picture.

import { parsePage } from '../src/sources/page/parsePage.ts';
import { readLines } from './readLines.ts';

export async function* evaluatePages(input: string): AsyncIterable<unknown> {
  for await (const { id, url, html } of readLines<{ id: string; url: string; html: string }>(input)) {
    const page = parsePage({ bytes: Buffer.from(html), url, contentType: 'text/html; charset=utf-8' });
    const publishedAt = page.publishedAt === undefined ? undefined : new Date(page.publishedAt).toISOString();
    yield { id, title: page.title, author: page.authors[0], publishedAt, text: page.text, imageUrl: page.picture?.url };
  }
}
