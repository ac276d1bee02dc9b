// One request from arrival to answer: record, fault, authorise, limit, check against the contract, carry out, answer.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Contract } from '../contract/contract.ts';
import { type MatchedRoute, matchRoute } from '../contract/routes.ts';
import type { Faults } from '../faults.ts';
import type { Json } from '../payloads/componentPayload.ts';
import type { RateDecision, RateLimit } from '../rateLimit.ts';
import { type Answer, sendAnswer, sendHalf } from './answer.ts';
import type { Call, Reply } from './call.ts';
import type { Recorder } from './recorder.ts';
import { type RequestBody, readBody } from './requestBody.ts';
import { RestError, refusals } from './restError.ts';
import { routeTables } from './routeTables.ts';
import { type Outcome, strike } from './strike.ts';

export interface RouterParts extends Pick<Call, 'world' | 'interactions' | 'nonces' | 'gatewayUrl' | 'gatewayTrouble'> {
  readonly contract: Contract;
  readonly faults: Faults;
  readonly rateLimit: RateLimit;
  readonly recorder: Recorder;
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
  const outcome: Outcome = fault ? await strike(fault, carryOut) : { answer: carryOut() };
  if (outcome === 'silence') return;
  if (outcome === 'reset') {
    done(0);
    request.socket.destroy();
    return;
  }
  if (outcome.isHalf) sendHalf(response, outcome.answer);
  else sendAnswer(response, outcome.answer);
  done(outcome.answer.status);
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
