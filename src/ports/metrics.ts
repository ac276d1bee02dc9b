// What is counted of the bot's work, one method for each fact. Labels come from closed lists: no id, address, guild or
// person can become one.

import type { Finding, Step, Transition } from '../domain/delivery.ts';

export const pollOutcomes = ['200', '304', '4xx', '5xx', 'timeout', 'dns', 'tls', 'refused', 'parse'] as const;
/** What came of asking a source; `refused` is a connection that was not made, `parse` a document that is not what it should be. */
export type PollOutcome = (typeof pollOutcomes)[number];

export const gatewayEvents = ['ready', 'resumed', 'reconnecting', 'closed', 'error'] as const;
export type GatewayEvent = (typeof gatewayEvents)[number];

/** What came of asking the language model: an answer that may be shown or not, or none. */
export type ModelOutcome =
  | 'accepted'
  | 'refused'
  | 'timeout'
  | 'unreachable'
  | 'unauthorised'
  | 'limited'
  | 'status'
  | 'tooLarge'
  | 'unreadable';

/** Whom a rate limit of Discord is for; `none` where an answer names nobody. */
export type LimitScope = 'user' | 'global' | 'shared' | 'none';

/** Durations are in milliseconds. */
export interface Metrics {
  /** A source was read in its turn or by hand. */
  polled(outcome: PollOutcome, durationMs: number): void;
  /** An address was refused before anything was dialled. */
  addressRefused(reason: 'addressPrivate' | 'addressInvalid'): void;
  /** A step of a delivery was taken, with what becomes of its row. */
  stepTaken(step: Step, to: Transition['to']): void;
  /** An article stands in its channel, this long after it was first seen. */
  articlePosted(latencyMs: number): void;
  /** A message or thread was looked for after an unknown outcome. */
  reconciled(result: Finding['kind']): void;
  /** @param route a template such as `POST /channels/:id/messages`, never a path */
  requestAnswered(route: string, status: number): void;
  /** An answer that Discord counts towards its ban of clients that keep asking in vain. */
  requestInvalid(status: number, scope: LimitScope): void;
  /** A request was not made because its limit is known to be used up. */
  requestWithheld(scope: 'route' | 'global'): void;
  gatewayChanged(event: GatewayEvent): void;
  /** An interaction was acknowledged, this long after a person made it. */
  interactionAcknowledged(durationMs: number): void;
  /** The language model was asked. */
  modelAsked(outcome: ModelOutcome, durationMs: number): void;
  /** It was not asked: the day's requests are used up, or it rests after failures. */
  modelWithheld(reason: 'budget' | 'resting'): void;
  /** A transaction reached the disk. */
  committed(durationMs: number): void;
}

/** Counts nothing: for bots that nobody watches. */
export const noMetrics: Metrics = {
  polled: () => undefined,
  addressRefused: () => undefined,
  stepTaken: () => undefined,
  articlePosted: () => undefined,
  reconciled: () => undefined,
  requestAnswered: () => undefined,
  requestInvalid: () => undefined,
  requestWithheld: () => undefined,
  gatewayChanged: () => undefined,
  interactionAcknowledged: () => undefined,
  modelAsked: () => undefined,
  modelWithheld: () => undefined,
  committed: () => undefined,
};
