// How long an answer stays fresh by its own headers: asking again sooner is impolite. @see RFC 9111 sections 4.2.1 and 5.2.2

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Milliseconds; undefined when the headers do not say, 0 when they say that it is stale at once. */
export function readFreshness(headers: Headers, now: number): number | undefined {
  const control = String(headers['cache-control'] ?? '')
    .slice(0, 1_000)
    .toLowerCase();
  if (/\bno-(?:cache|store)\b/.test(control)) return 0;
  const maxAge = /\bmax-age\s*=\s*"?(\d{1,12})/.exec(control)?.[1];
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) - ageOf(headers)) * 1000;
  const expires = Date.parse(String(headers.expires ?? ''));
  if (Number.isNaN(expires)) return undefined;
  const date = Date.parse(String(headers.date ?? ''));
  return Math.max(0, expires - (Number.isNaN(date) ? now : date));
}

/** Seconds the answer lay in caches on its way. */
function ageOf(headers: Headers): number {
  const age = Number(headers.age ?? 0);
  return Number.isFinite(age) && age > 0 ? age : 0;
}
