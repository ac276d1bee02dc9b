// A web site of an imaginary society on this computer: blog, feeds, calendar, images. The sandbox and the tests let the bot read it.
// Only the feeds can be made to fail; pages, images and the calendar always answer.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Article } from './article.ts';
import { articlePage } from './articlePage.ts';
import { createArticleShelf } from './articleShelf.ts';
import { atomFeed, type FeedSource, jsonFeed, rssFeed, SITE_NAME } from './feeds.ts';
import { indexPage } from './indexPage.ts';
import { pageFrame } from './pageFrame.ts';
import { readArticles } from './readArticles.ts';

/** down: 503 · html: 200 with a web page where the feed should be · slow: no answer for a minute. */
type FeedFailure = 'down' | 'html' | 'slow';

export interface SampleSite {
  /** The origin, without a slash at the end. */
  url: string;
  feedUrl: string;
  calendarUrl: string;
  /** Newest first. */
  published(): Article[];
  publishNext(): Article;
  retitle(slug: string, title: string): void;
  /** How the feeds answer from now on; without a mode they are well again. */
  fail(mode?: FeedFailure): void;
  requests: SiteRequest[];
  close(): Promise<void>;
}

interface SiteRequest {
  path: string;
  /** 0 while the answer is still outstanding. */
  status: number;
  at: Date;
  headers: IncomingHttpHeaders;
}

const SAMPLE_FOLDER = new URL('../../data/sample/', import.meta.url);
const SLOW_ANSWER_MS = 60_000;

const FEEDS: Record<string, { type: string; build: (source: FeedSource) => string }> = {
  '/blog-feed.xml': { type: 'application/rss+xml; charset=utf-8', build: rssFeed },
  '/atom.xml': { type: 'application/atom+xml; charset=utf-8', build: atomFeed },
  '/feed.json': { type: 'application/feed+json; charset=utf-8', build: jsonFeed },
};

interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  changedAt?: Date;
}

/** `port` 0, the default, takes a free one. `folder` has the shape of data/sample/. */
export async function startSampleSite(options: { port?: number; folder?: URL } = {}): Promise<SampleSite> {
  const folder = options.folder ?? SAMPLE_FOLDER;
  const shelf = createArticleShelf(await readArticles(folder));
  const requests: SiteRequest[] = [];
  const slowAnswers = new Set<NodeJS.Timeout>();
  let failure: FeedFailure | undefined;
  let url = '';

  const html = (body: string, status = 200): Answer => ({ status, type: 'text/html; charset=utf-8', body });
  const file = async (name: string, type: string, base = folder): Promise<Answer> => ({
    status: 200,
    type,
    body: await readFile(new URL(name, base)),
  });
  const answer = async (path: string): Promise<Answer> => {
    const feed = FEEDS[path];
    if (feed !== undefined) {
      if (failure === 'down')
        return { status: 503, type: 'text/plain; charset=utf-8', body: 'The site is being repaired.' };
      if (failure === 'html') return html('<!DOCTYPE html><title>Back soon</title><h1>We will be back soon</h1>');
      const source = { siteUrl: url, articles: shelf.published(), changedAt: shelf.changedAt() };
      return { status: 200, type: feed.type, body: feed.build(source), changedAt: source.changedAt };
    }
    if (path === '/') return html(indexPage(url, shelf.published()));
    if (path === '/calendar.ics') return file('calendar.ics', 'text/calendar; charset=utf-8');
    if (path === '/site.css') return file('site.css', 'text/css; charset=utf-8', new URL(import.meta.url));
    const article = shelf.find(path.startsWith('/post/') ? path.slice('/post/'.length) : '');
    if (article !== undefined) return html(articlePage({ siteUrl: url, article, articles: shelf.published() }));
    // Only files that an article names are given out, so no path can lead out of the folder.
    const image = shelf.published().find((candidate) => path === `/media/${candidate.image.file}`)?.image;
    if (image !== undefined) return file(`images/${image.file}`, 'image/png');
    return html(missingPage(url), 404);
  };

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site.invalid').pathname;
    const entry: SiteRequest = { path, status: 0, at: new Date(), headers: request.headers };
    requests.push(entry);
    const reply = () =>
      answer(path).then(
        (found) => {
          entry.status = send(request, response, found);
        },
        () => {
          entry.status = send(request, response, {
            status: 500,
            type: 'text/plain; charset=utf-8',
            body: 'The sample site could not read its files.',
          });
        },
      );
    if (failure === 'slow' && path in FEEDS) {
      const timer = setTimeout(() => {
        slowAnswers.delete(timer);
        void reply();
      }, SLOW_ANSWER_MS);
      slowAnswers.add(timer);
    } else {
      void reply();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    feedUrl: `${url}/blog-feed.xml`,
    calendarUrl: `${url}/calendar.ics`,
    published: shelf.published,
    publishNext: shelf.publishNext,
    retitle: shelf.retitle,
    fail: (mode) => {
      failure = mode;
    },
    requests,
    close: () =>
      new Promise((resolve) => {
        for (const timer of slowAnswers) clearTimeout(timer);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(request: IncomingMessage, response: ServerResponse, { status, type, body, changedAt }: Answer): number {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  if (status === 200) response.setHeader('ETag', etag);
  if (changedAt !== undefined) response.setHeader('Last-Modified', changedAt.toUTCString());
  if (status === 200 && isFresh(request.headers, etag, changedAt)) {
    response.writeHead(304).end();
    return 304;
  }
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
  return status;
}

/** If-None-Match decides alone when it is there. @see https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2 */
function isFresh(headers: IncomingHttpHeaders, etag: string, changedAt: Date | undefined): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined)
    return known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
  const since = headers['if-modified-since'];
  return since !== undefined && changedAt !== undefined && changedAt.getTime() <= Date.parse(since);
}

function missingPage(siteUrl: string): string {
  const body = '<h1>Page not found</h1><p>There is nothing at this address. <a href="/">Back to the blog</a></p>';
  return pageFrame({
    title: `Page not found | ${SITE_NAME}`,
    siteUrl,
    language: 'en',
    head: '<meta name="robots" content="noindex">',
    body,
  });
}
