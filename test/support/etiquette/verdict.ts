// What the oracle says of the reading of one site.

import type { Instant } from '../../../src/domain/ids.ts';
import type { Exchange } from './site.ts';

/** What a reader can do wrong. */
export type Rule =
  | 'asked again without a condition'
  | 'validators not as given'
  | 'early'
  | 'late'
  | 'quiet time'
  | 'ignored Retry-After'
  | 'wrong address'
  | 'asked after the third 410'
  | 'two requests at once'
  | 'manners'
  | 'articles';

export interface Fault {
  readonly rule: Rule;
  readonly at: Instant;
  readonly detail: string;
}

/** The simulation as the oracle needs to know it. */
export interface Frame {
  readonly startedAt: Instant;
  readonly endsAt: Instant;
  readonly intervalMs: number;
  /** In the store at the end, for each feed of the site. */
  readonly articles: readonly number[];
}

export interface Verdict {
  readonly name: string;
  readonly requests: number;
  /** Whole documents asked for without a condition. */
  readonly unconditional: number;
  readonly faults: readonly Fault[];
}

export function faultOf(rule: Rule, { question: { at }, method, url }: Exchange, detail: string): Fault {
  return { rule, at, detail: `${method} ${new URL(url).pathname}: ${detail}` };
}

export function countFaults({ faults }: Verdict, rule: Rule): number {
  return faults.filter((fault) => fault.rule === rule).length;
}
