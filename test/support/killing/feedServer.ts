// Feeds on loopback as light as they can be: a thousand articles are published in a minute, and some are corrected.

import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is published; its title is what tells it from all others. */
export interface Note {
  readonly number: number;
  readonly title: string;
}

export interface FeedServer {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  urlOf(feed: string): string;
  /** Puts it on top of the feed, or changes the one with its number. */
  publish(feed: string, note: Note): void;
  /** Puts that many on top of the feed at once. */
  publishMany(feed: string, count: number): void;
  /** A page of a broken site instead of every feed, or no longer. */
  setBroken(isBroken: boolean): void;
  /** Told when a feed is asked for. */
  onRequest(listener: () => void): () => void;
  close(): Promise<void>;
}

const type = 'application/feed+json';

export async function startFeedServer(): Promise<FeedServer> {
  const feeds = new Map<string, Note[]>();
  const listeners = new Set<() => void>();
  let isBroken = false;
  const server = createServer((request, response) => {
    for (const listener of listeners) listener();
    if (isBroken) return answer(response, 'text/html', '<!DOCTYPE html><title>Back soon</title><h1>Back soon</h1>');
    const feed = (request.url ?? '/').slice(1);
    answer(response, type, feedOf(feed, feeds.get(feed) ?? []), request.headers['if-none-match']);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    urlOf: (feed) => `http://${host}/${feed}`,
    publish(feed, note) {
      const others = (feeds.get(feed) ?? []).filter(({ number }) => number !== note.number);
      feeds.set(feed, [note, ...others].sort((left, right) => right.number - left.number).slice(0, 20));
    },
    publishMany(feed, count) {
      const notes = Array.from({ length: count }, (_, at) => ({ number: count - at, title: `Note ${count - at}` }));
      feeds.set(feed, notes);
    },
    setBroken: (value) => {
      isBroken = value;
    },
    onRequest(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function guidOf(feed: string, { number }: Note): string {
  return `${feed}-${number}`;
}

function feedOf(feed: string, notes: readonly Note[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed,
    items: notes.map(({ number, title }) => ({
      id: guidOf(feed, { number, title }),
      url: `https://society.example/${feed}/${number}`,
      title,
      // A whole article, so that its page need not be read.
      content_text: `Patience costs ${number} coins. Whoever waits ${number} days buys less today and more tomorrow.`,
      tags: ['Published'],
      date_published: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
    })),
  });
}

function answer(response: ServerResponse, contentType: string, body: string, known?: string): void {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  if (known === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(200, { 'content-type': contentType, etag }).end(body);
}
