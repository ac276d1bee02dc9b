// When a busy site wants to be asked again.

const minRetryAfterMs = 60_000;
const maxRetryAfterMs = 24 * 3_600_000;

/**
 * @param header seconds or an HTTP date @see RFC 9110 section 10.2.3
 * @param now the time a date is counted from
 * @returns milliseconds between one minute and a day; undefined when the header says nothing readable
 */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (text === '' || text.length > 64) return undefined;
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  if (Number.isNaN(waitMs)) return undefined;
  return Math.min(Math.max(waitMs, minRetryAfterMs), maxRetryAfterMs);
}
