import type { Instant } from '../domain/ids.ts';

/** Hosts that asked to be left alone for a while; remembered across restarts. */
export interface HostPauses {
  /** Until when; undefined when the host may be asked. */
  find(host: string, now: Instant): Promise<Instant | undefined>;
  /** Never shortens a pause. */
  save(host: string, until: Instant): Promise<void>;
  /** Drops those that are over. */
  forget(before: Instant): Promise<void>;
}
