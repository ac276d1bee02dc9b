// The bot's own small web server: a table of addresses that answer GET and HEAD. It reads no bodies, keeps no connection, and
// gives nobody much time; a port that is taken costs the bot this server alone.

import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Log } from '../kit/log.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** Unset: nobody is to keep it. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpRequest {
  /** What follows the path of the route. */
  readonly rest: string;
  readonly headers: IncomingHttpHeaders;
}

/** What stands at each path; one that ends in a slash answers for all below it. */
export type Routes = Readonly<Record<string, (request: HttpRequest) => Promise<HttpAnswer>>>;

export interface HttpAddress {
  readonly host: string;
  /** 0: the system chooses one. */
  readonly port: number;
}

/** From the connection to the end of the request. Milliseconds. */
const requestTimeoutMs = 5_000;
/** A connection on which nothing moves. Milliseconds. */
const idleTimeoutMs = 10_000;
const maxHeaderBytes = 8_192;
const maxConnections = 50;

/** @returns how to close it; it is closed already where it could not be opened, which the log says once */
export async function serveHttp(address: HttpAddress, routes: Routes, log: Log): Promise<() => Promise<void>> {
  const options = {
    requestTimeout: requestTimeoutMs,
    headersTimeout: requestTimeoutMs,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: maxHeaderBytes,
  };
  const server = createServer(options, (request, response) => void respond(request, response, routes, log));
  server.maxConnections = maxConnections;
  server.setTimeout(idleTimeoutMs);
  try {
    server.listen(address.port, address.host);
    await once(server, 'listening');
  } catch (error) {
    log.error('http.unavailable', { ...address, err: error });
    return async () => undefined;
  }
  server.on('error', (error) => log.error('http.unavailable', { ...address, err: error }));
  const bound = server.address();
  log.info('http.listening', { host: address.host, port: typeof bound === 'object' ? bound?.port : address.port });
  return async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
}

async function respond(request: IncomingMessage, response: ServerResponse, routes: Routes, log: Log): Promise<void> {
  try {
    const { status, contentType, body, headers = { 'cache-control': 'no-store' } } = await answer(request, routes);
    response.writeHead(status, {
      'content-type': contentType,
      // Of a 304 it would be the length of what is not sent. @see RFC 9110 section 8.6
      ...(status === 304 ? {} : { 'content-length': Buffer.byteLength(body) }),
      ...headers,
      'x-content-type-options': 'nosniff',
      connection: 'close',
      ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  } catch (error) {
    log.error('http.failed', { err: error });
    response.writeHead(500, { connection: 'close' }).end();
  }
}

async function answer({ method, url = '', headers }: IncomingMessage, routes: Routes): Promise<HttpAnswer> {
  const [path = ''] = url.split('?');
  const above = Object.keys(routes).find((one) => one.endsWith('/') && path.startsWith(one)) ?? '';
  const found = Object.hasOwn(routes, path) ? path : above;
  const route = Object.hasOwn(routes, found) ? routes[found] : undefined;
  if (!route) return plainText(404, 'Not found\n');
  if (method !== 'GET' && method !== 'HEAD') return plainText(405, 'Only GET and HEAD\n');
  return route({ rest: path.slice(found.length), headers });
}

/** A short answer for people and probes. */
export function plainText(status: number, body: string): HttpAnswer {
  return { status, contentType: 'text/plain; charset=utf-8', body };
}
