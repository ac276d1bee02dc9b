// A site on loopback for the tests of the fetcher.

import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Site {
  readonly url: string;
  /** `host:port`, as FETCH_ALLOW_HOSTS takes it. */
  readonly host: string;
  readonly port: number;
  /** Paths that were asked for, with their headers. */
  readonly requests: { path: string; headers: NodeJS.Dict<string | string[]> }[];
  close(): Promise<void>;
}

export async function openSite(answer: RequestListener): Promise<Site> {
  const requests: Site['requests'] = [];
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
