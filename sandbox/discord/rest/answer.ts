// An answer on its way out, and how it is written to the connection: whole, or broken off in the middle.

import type { ServerResponse } from 'node:http';

export interface Answer {
  readonly status: number;
  /** JSON, or a text as it is when it has a content type of its own; none when undefined. */
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string | null>>;
}

export function sendAnswer(response: ServerResponse, { status, body, headers }: Answer): void {
  if (response.destroyed) return;
  setHeaders(response, headers);
  if (status === 204 || body === undefined) {
    response.writeHead(status).end();
    return;
  }
  const isText = typeof body === 'string' && response.hasHeader('content-type');
  if (!isText) response.setHeader('content-type', 'application/json');
  response.writeHead(status).end(isText ? body : JSON.stringify(body));
}

/** Promises the whole body, sends half of it and cuts the connection. */
export function sendHalf(response: ServerResponse, { status, body, headers }: Answer): void {
  const text = JSON.stringify(body ?? {});
  setHeaders(response, headers);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.write(text.slice(0, Math.ceil(text.length / 2)), () => response.destroy());
}

function setHeaders(response: ServerResponse, headers: Answer['headers']): void {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== null) response.setHeader(name, value);
  }
}
