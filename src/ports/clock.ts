import type { Instant } from '../domain/ids.ts';

/** The only source of the present time. */
export interface Clock {
  now(): Instant;
}
