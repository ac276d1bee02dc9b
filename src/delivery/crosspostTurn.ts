// When the next post of an announcement channel may be published to the servers that follow it.

import type { Instant } from '../domain/ids.ts';

/** Messages a channel may publish in an hour. @see https://support.discord.com/hc/en-us/articles/360047533172 */
export const crosspostsAnHour = 10;
export const hourMs = 3_600_000;

/** @param earlier when this channel published within the last hour @returns now, or when its oldest one is an hour ago */
export function crosspostTurn(earlier: readonly Instant[], now: Instant): Instant {
  const counted = earlier.filter((at) => at > now - hourMs).sort((left, right) => left - right);
  const oldest = counted.at(-crosspostsAnHour);
  return oldest === undefined ? now : oldest + hourMs;
}
