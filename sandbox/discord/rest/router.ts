// One request from arrival to answer: record, fault, authorise, limit, check against the contract, carry out, answer.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contract } from '../contract/contract.ts';
import { type MatchedRoute, matchRoute } from '../contract/routes.ts';
import { defaultDelayMs, type FaultRule, type Faults } from '../faults.ts';
import type { Json } from '../payloads/componentPayload.ts';
import type { RateDecision, RateLimit } from '../rateLimit.ts';
import type { Call, Reply } from './call.ts';
import type { Recorder } from './recorder.ts';
import { type RequestBody, readBody } from './requestBody.ts';
import { RestError, refusals } from './restError.ts';
import { routeTables } from './routeTables.ts';

export interface RouterParts extends Pick<Call, 'world' | 'interactions' | 'nonces' | 'gatewayUrl' | 'gatewayTrouble'> {
  readonly contract: Contract;
  readonly faults: Faults;
  readonly rateLimit: RateLimit;
  readonly recorder: Recorder;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string | null>>;
}

interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly route: MatchedRoute | undefined;
  readonly query: URLSearchParams;
  readonly content: RequestBody;
  readonly authorization: string | undefined;
}

const apiPrefix = /^\/api(\/v\d+)?(?=\/)/;

export const isApiPath = (path: string): boolean => apiPrefix.test(path);

/** Answers one request under `/api`. */
export async function handleRequest(
  parts: RouterParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = url.pathname.replace(apiPrefix, '').replaceAll('%40', '@');
  const method = request.method ?? 'GET';
  const route = matchRoute(method, path);
  const { content, broken } = await readSafely(request);
  const files = content.files.map((file) => file.filename);
  const shownPath = `${path}${url.search}`;
  const done = parts.recorder.start({
    method,
    route: route?.template ?? path,
    path: shownPath,
    body: content.json,
    files,
  });
  const authorization = request.headers.authorization;
  const incoming: Incoming = { method, path, route, query: url.searchParams, content, authorization };
  const carryOut = (): Answer => (broken ? refusal(broken) : answer(parts, incoming));
  const fault = parts.faults.take(method, path);
  const outcome = fault ? await withFault(fault, carryOut) : carryOut();
  if (outcome === 'silence') return;
  if (outcome === 'reset') {
    done(0);
    request.socket.destroy();
    return;
  }
  send(response, outcome);
  done(outcome.status);
}

async function readSafely(request: IncomingMessage): Promise<{ content: RequestBody; broken?: RestError }> {
  try {
    return { content: await readBody(request) };
  } catch (error) {
    const broken =
      error instanceof RestError ? error : new RestError(400, 50109, 'The request body could not be read.');
    return { content: { json: undefined, files: [] }, broken };
  }
}

async function withFault(fault: FaultRule, carryOut: () => Answer): Promise<Answer | 'silence' | 'reset'> {
  const delayMs = fault.delayMs ?? defaultDelayMs;
  switch (fault.mode) {
    case 'hang':
      return 'silence';
    case 'delay': {
      await sleep(delayMs);
      const late = carryOut();
      return { ...late, headers: { ...late.headers, ...fault.headers } };
    }
    case 'commitThenReset':
      carryOut();
      return 'reset';
    case 'commitThenStatus':
      carryOut();
      return faultAnswer(fault, 502);
    case 'rateLimit': {
      const seconds = delayMs / 1000;
      const body = fault.body ?? { message: 'You are being rate limited.', retry_after: seconds, global: false };
      const headers = { 'retry-after': String(Math.ceil(seconds)), 'x-ratelimit-scope': 'user', ...fault.headers };
      return { status: fault.status ?? 429, body, headers };
    }
    default:
      return faultAnswer(fault, 500);
  }
}

function faultAnswer(fault: FaultRule, status: number): Answer {
  const body = fault.body ?? { message: `${fault.status ?? status}: asked for by a fault rule`, code: fault.code ?? 0 };
  return { status: fault.status ?? status, body, headers: fault.headers ?? {} };
}

function answer(parts: RouterParts, incoming: Incoming): Answer {
  const { method, path, route } = incoming;
  const needsBot = !/^\/(interactions|webhooks)\//.test(path);
  if (needsBot && incoming.authorization !== `Bot ${parts.world.token}`) return refusal(refusals.unauthorized());
  if (!route) {
    parts.contract.unknownRoute(method, path, 'Discord has no such route');
    return refusal(refusals.notFound());
  }
  const limit = parts.rateLimit.take(`${method} ${route.template}`, route.params);
  if (limit.retryAfterSeconds !== undefined) return limited(limit, limit.retryAfterSeconds);
  try {
    const { status, body } = carryOutRoute(parts, incoming, route);
    return { status, body, headers: limit.headers };
  } catch (error) {
    if (error instanceof RestError) return refusal(error, limit.headers);
    throw error;
  }
}

function carryOutRoute(parts: RouterParts, incoming: Incoming, route: MatchedRoute): Reply {
  const { method, content } = incoming;
  const handler = routeTables[`${method} ${route.template}`];
  if (!handler) {
    parts.contract.unknownRoute(method, route.template, 'Discord has this route, the local Discord does not serve it');
    throw refusals.notFound();
  }
  parts.contract.checkRequest({
    method,
    template: route.template,
    body: content.json,
    hasFiles: content.files.length > 0,
    existingFlags: existingFlags(parts, route),
  });
  const { world, interactions, nonces, gatewayUrl, gatewayTrouble, contract } = parts;
  const { params } = route;
  const body = (content.json ?? {}) as Json;
  const reply = handler({
    world,
    interactions,
    nonces,
    gatewayUrl,
    gatewayTrouble,
    params,
    query: incoming.query,
    body,
    files: content.files,
  });
  contract.checkResponse(method, route.template, reply.body);
  return reply;
}

/** Flags of the message that the request is about, when it is about one. */
function existingFlags({ world, interactions }: RouterParts, { params }: MatchedRoute): number {
  if (params.channel_id) return Number(world.findMessage(params.channel_id, params.message_id ?? '')?.flags ?? 0);
  const interaction = interactions.find(params.webhook_token ?? params.interaction_token);
  if (!interaction) return 0;
  if (params.interaction_token) return Number(interaction.opening.source?.flags ?? 0);
  const followUp = interaction.followUps.find((message) => message.id === params.message_id);
  return Number((followUp ?? interaction.original)?.flags ?? 0);
}

function refusal(error: RestError, headers: Answer['headers'] = {}): Answer {
  return { status: error.status, body: error.toJSON(), headers };
}

function limited(limit: RateDecision, retryAfterSeconds: number): Answer {
  const body = { message: 'You are being rate limited.', retry_after: retryAfterSeconds, global: limit.isGlobal };
  return { status: 429, body, headers: limit.headers };
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  if (response.destroyed) return;
  for (const [name, value] of Object.entries(headers)) {
    if (value !== null) response.setHeader(name, value);
  }
  if (status === 204 || body === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.setHeader('content-type', 'application/json');
  response.writeHead(status).end(JSON.stringify(body));
}
