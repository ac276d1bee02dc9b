// A site on loopback that answers what it is told, and the one reader that all histories share: it remembers nothing of a
// source, and starting its thread takes long.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Reader } from '../../../src/ports/reader.ts';
import { createReader } from '../../../src/sources/createReader.ts';

export interface SiteAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Site {
  readonly url: string;
  readonly reader: Reader;
  /** From now on; a path that was never set answers 404. */
  answer(path: string, answer: SiteAnswer): void;
  /** Forgets all answers. */
  clear(): void;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const answers = new Map<string, SiteAnswer>();
  const server = createServer((request, response) => {
    const { status = 200, headers = {}, body = '' } = answers.get(request.url ?? '') ?? { status: 404 };
    const isKnown = status === 200 && headers.etag !== undefined && request.headers['if-none-match'] === headers.etag;
    if (isKnown) response.writeHead(304, headers).end();
    else response.writeHead(status, { 'content-type': 'application/rss+xml', ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const reader = createReader({ allowHosts: [host], version: '0' });
  return {
    url: `http://${host}`,
    reader,
    answer: (path, answer) => void answers.set(path, answer),
    clear: () => answers.clear(),
    async close() {
      await reader.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
