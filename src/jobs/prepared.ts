// What a step of a delivery comes to before anything is sent: a request, or what came of it already.

import type { Outcome } from '../domain/delivery.ts';
import type { Fitting } from '../ports/outbox.ts';

export type Prepared =
  | { readonly kind: 'request'; readonly fitting?: Fitting; send(): Promise<Outcome> }
  | { readonly kind: 'outcome'; readonly outcome: Outcome };

export function request(send: () => Promise<Outcome>, fitting?: Fitting): Prepared {
  return { kind: 'request', send, ...(fitting ? { fitting } : {}) };
}

export function ended(outcome: Outcome): Prepared {
  return { kind: 'outcome', outcome };
}
