// Gives out the sandbox's page and the two things it needs besides the local Discord: pictures and the Publish button.
// Only plain file names of this folder are served, so no path can lead out of it.
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fetchMedia } from './fetchMedia.ts';

export interface PageOptions {
  /** Origins whose images the page may show, for example the sample site's. */
  allowedMediaOrigins: string[];
  /** Releases the next sample article; what it returns is answered as JSON. */
  publish: () => Promise<unknown>;
}

const FILE_NAME = /^[a-zA-Z][a-zA-Z0-9]*\.(html|css|js|svg)$/;
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};
const PAGE_POLICY =
  "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
/** A picture that is opened by itself must not become a page, which an SVG could. */
const MEDIA_POLICY = "default-src 'none'; sandbox";

/** The returned handler resolves to false, having touched nothing, when a request is not for the page. */
export function servePage(
  options: PageOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://sandbox.invalid');
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && url.pathname === '/') return sendFile(response, 'index.html');
    if (isRead && url.pathname.startsWith('/page/')) return sendFile(response, url.pathname.slice('/page/'.length));
    if (isRead && url.pathname === '/sandbox/media') {
      const media = await fetchMedia(url.searchParams.get('url') ?? '', options.allowedMediaOrigins);
      if (media === undefined)
        return sendJson(response, 404, { error: 'There is no picture to show at this address.' });
      return send(response, 200, media.type, media.bytes, MEDIA_POLICY);
    }
    if (request.method === 'POST' && url.pathname === '/sandbox/publish') return publish(request, response, options);
    return false;
  };
}

async function publish(request: IncomingMessage, response: ServerResponse, options: PageOptions): Promise<boolean> {
  request.resume();
  if (!isFromThisHost(request)) {
    return sendJson(response, 403, { error: 'This may only be asked by the page of the sandbox itself.' });
  }
  try {
    return sendJson(response, 200, (await options.publish()) ?? {});
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return sendJson(response, 500, { error: `The article could not be published: ${reason}` });
  }
}

/** Another web site in the same browser could send a POST here; the browser then names that site. Programs name none. */
function isFromThisHost({ headers }: IncomingMessage): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  const { origin, host } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

async function sendFile(response: ServerResponse, name: string): Promise<boolean> {
  const type = TYPES[FILE_NAME.exec(name)?.[1] ?? ''];
  if (type !== undefined) {
    try {
      return send(response, 200, type, await readFile(new URL(name, import.meta.url)));
    } catch {
      // A name without a file is answered like any other missing page.
    }
  }
  return send(response, 404, 'text/plain; charset=utf-8', 'There is nothing at this address.');
}

function sendJson(response: ServerResponse, status: number, body: unknown): boolean {
  return send(response, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  policy: string = PAGE_POLICY,
): boolean {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  });
  response.end(body);
  return true;
}
