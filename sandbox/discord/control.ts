// The control API under /sandbox/, for the page: what there is to see, a stream of changes, and acting as a person.
// Only the page itself may call it: another site's script, or a name rebound to loopback, is refused.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalDiscord } from './localDiscordInterface.ts';
import { readBytes } from './rest/requestBody.ts';
import type { Troubles } from './troubles.ts';
import { viewState } from './viewState.ts';
import type { World } from './world.ts';

/** At most twenty `change` events a second. */
const coalesceMs = 50;

export interface ControlParts {
  readonly world: World;
  readonly discord: LocalDiscord;
  readonly troubles: Troubles;
  /** What the page is told about the sandbox it runs in. */
  readonly about: Readonly<Record<string, unknown>>;
}

/** Answers a request under /sandbox/; false when no control route has that path. */
export async function handleControl(
  parts: ControlParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const { discord, world, troubles } = parts;
  if (request.method === 'GET' && path === '/sandbox/state')
    return sendJson(response, 200, { ...viewState(world, discord), trouble: troubles.view(), sandbox: parts.about });
  if (request.method === 'GET' && path === '/sandbox/events') return streamChanges(discord, request, response);
  const act = request.method === 'POST' ? acts[path] : undefined;
  if (!act) return false;
  try {
    const input: unknown = JSON.parse((await readBytes(request)).toString('utf8') || '{}');
    return sendJson(response, 200, (await act(parts, input)) ?? {});
  } catch (error) {
    return sendJson(response, 400, { error: error instanceof Error ? error.message : String(error) });
  }
}

const acts: Readonly<Record<string, (parts: ControlParts, input: unknown) => unknown>> = {
  '/sandbox/slash': ({ discord }, input) => discord.slash(input as Parameters<LocalDiscord['slash']>[0]),
  '/sandbox/menu': ({ discord }, input) => discord.menu(input as Parameters<LocalDiscord['menu']>[0]),
  '/sandbox/click': ({ discord }, input) => discord.click(input as Parameters<LocalDiscord['click']>[0]),
  '/sandbox/modal': ({ discord }, input) => discord.submitModal(input as Parameters<LocalDiscord['submitModal']>[0]),
  '/sandbox/autocomplete': async ({ discord }, input) => ({
    choices: await discord.autocomplete(input as Parameters<LocalDiscord['autocomplete']>[0]),
  }),
  '/sandbox/trouble': ({ troubles }, input) => troubles.start((input as { name: string }).name),
  '/sandbox/calm': ({ troubles }) => troubles.calm(),
};

/** Whether a request comes from the page itself: Host is ours, and so is Origin when there is one. */
export function isOwnOrigin(request: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (!host || !hosts.includes(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}

function sendJson(response: ServerResponse, status: number, body: unknown): true {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
  return true;
}

function streamChanges(discord: LocalDiscord, request: IncomingMessage, response: ServerResponse): true {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const tell = (): void => void response.write('event: change\ndata: {}\n\n');
  let timer: NodeJS.Timeout | undefined;
  const stop = discord.onChange(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      tell();
    }, coalesceMs);
  });
  tell();
  request.on('close', () => {
    clearTimeout(timer);
    stop();
  });
  return true;
}
