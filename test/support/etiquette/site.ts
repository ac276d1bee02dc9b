// A behaviour as real servers on loopback that live by the virtual clock, and the record of all they were asked.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Instant } from '../../../src/domain/ids.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Answer, Question } from './answer.ts';
import type { Behaviour } from './behaviours.ts';
import { composeAnswer } from './composeAnswer.ts';

/** Turns of the event loop within which a connection on loopback is made and its first request read. */
const turnsToConnect = 40;

/** One request and its answer. */
export interface Exchange {
  readonly question: Question;
  readonly method: string;
  /** The address asked for. */
  readonly url: string;
  readonly origin: string;
  readonly answer: Answer;
  /** How often the bot was started before. */
  readonly run: number;
  /** The bot died before it could remember the answer. */
  readonly isLost: boolean;
  /** Other requests to the host that were not answered yet. */
  readonly inFlight: number;
}

/** What all sites share. */
export interface Surroundings {
  readonly clock: Clock;
  readonly startedAt: Instant;
  /** How often the bot was started before. */
  run: number;
  /** While set, the bot is dying: it will not remember what it is told now, and is told it only once this resolves. */
  dying: Promise<void> | undefined;
}

export interface Site {
  readonly behaviour: Behaviour;
  readonly origins: readonly string[];
  readonly hosts: readonly string[];
  readonly feedUrls: readonly string[];
  readonly exchanges: readonly Exchange[];
  /** Resolves once nobody is connected and everything is answered. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export async function openSite(behaviour: Behaviour, surroundings: Surroundings): Promise<Site> {
  const exchanges: Exchange[] = [];
  const asked = new Map<string, number>();
  const origins: string[] = [];

  /** Of each host: requests that are not answered yet. */
  const inFlight = Array.from({ length: behaviour.hosts ?? 1 }, () => 0);

  const serve = (host: number) => {
    const count = (change: number) => {
      inFlight[host] = (inFlight[host] ?? 0) + change;
      return inFlight[host];
    };
    return async (request: IncomingMessage, response: ServerResponse) => {
      const { clock, startedAt, run, dying } = surroundings;
      const path = request.url ?? '';
      const origin = origins[host] ?? '';
      const url = origin + path;
      const question: Question = {
        at: clock.now(),
        startedAt,
        path,
        host,
        feed: Number(path.split('/')[1]),
        headers: request.headers,
        asked: asked.get(url) ?? 0,
        origins,
      };
      asked.set(url, question.asked + 1);
      const answer = composeAnswer(behaviour, question);
      const method = request.method ?? '';
      const isLost = dying !== undefined;
      exchanges.push({ question, method, url, origin, answer, run, isLost, inFlight: count(1) - 1 });
      await dying;
      // Whoever asks twice at once is seen: the first answer waits until another connection would have been made.
      for (let turn = 0; turn < turnsToConnect; turn += 1) await new Promise(setImmediate);
      count(-1);
      send(response, answer);
    };
  };

  const servers = inFlight.map((_, host) => createServer(serve(host)));
  for (const server of servers) {
    // A connection is never closed under a request that is on its way.
    server.keepAliveTimeout = 0;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origins.push(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }
  return {
    behaviour,
    origins,
    hosts: origins.map((origin) => new URL(origin).host),
    feedUrls: Array.from({ length: behaviour.feeds ?? 1 }, (_, feed) => `${origins[0]}/${feed}/feed.xml`),
    exchanges,
    async idle() {
      for (const [host, server] of servers.entries()) {
        while ((await countConnections(server)) > 0 || inFlight[host] !== 0) await new Promise(setImmediate);
      }
    },
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

function send(response: ServerResponse, { status, headers, body, isReset }: Answer): void {
  if (isReset || response.destroyed) {
    response.destroy();
    return;
  }
  // Dates are those of the virtual clock, or there is none.
  response.sendDate = false;
  response.writeHead(status, headers);
  response.end(body);
}

function countConnections(server: Server): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
}
