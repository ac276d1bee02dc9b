import type { Instant } from '../domain/ids.ts';

/** `idle` is followed by nobody, or paused by all who follow it; `stopped` said that it is gone. */
export type FeedState = 'fine' | 'trouble' | 'stopped' | 'idle';

export interface SourceHealth {
  countByState(): Promise<ReadonlyMap<FeedState, number>>;
  /** When the source that should be read first should have been read. Unset: none is to be read. */
  findNextPollAt(): Promise<Instant | undefined>;
}
