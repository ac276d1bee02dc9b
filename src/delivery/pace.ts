// How long to wait. Every wait is drawn from a range, so that many rows never come back in one instant.

/** A whole number of milliseconds between the two ends of a range. */
export function drawFrom([least, most]: readonly [number, number], random: () => number): number {
  return Math.round(least + (most - least) * random());
}
