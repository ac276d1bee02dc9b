// Ids as Discord makes them: milliseconds since 2015 in the upper bits, so that they sort by time and a bot may look
// for messages "after" an instant. Ids never repeat and never run backwards within one process.

/** First second of 2015, Discord's epoch, in Unix milliseconds. @see https://discord.com/developers/docs/reference#snowflakes */
const epochMs = 1_420_070_400_000n;
const sequenceBits = 22n;

let last = 0n;

/** A new id, greater than every id made before. */
export function snowflake(nowMs: number = Date.now()): string {
  const floor = (BigInt(nowMs) - epochMs) << sequenceBits;
  last = floor > last ? floor : last + 1n;
  return last.toString();
}

/** Orders two ids by the instant they were made. */
export function compareIds(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
}
