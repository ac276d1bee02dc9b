// A server of the bot on a port of its own, and requests to it, well or badly made.

import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { type Routes, serveHttp } from '../../../src/http/serveHttp.ts';
import { createLog } from '../../../src/kit/log.ts';

type Line = Readonly<Record<string, unknown>>;

/** A log whose lines a test may read. */
export function listeningLog() {
  const lines: Line[] = [];
  const log = createLog('debug', { destination: { write: (line) => lines.push(JSON.parse(line)) } });
  return { log, lines };
}

/** Closed after the test. */
export async function openServer(routes: Routes, port = 0) {
  const { log, lines } = listeningLog();
  const close = await serveHttp({ host: '127.0.0.1', port }, routes, log);
  onTestFinished(close);
  return { port: Number(lines[0]?.port), lines, close };
}

/** Sends this, byte for byte, and gives all that comes back until the server closes. */
export async function send(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(request);
  return text(socket);
}
