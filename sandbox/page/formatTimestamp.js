/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/**
 * A `<t:…>` time in the reader's own language and time zone.
 * @param {number} unix seconds
 * @param {string} style one of Discord's letters; R is relative to now
 * @param {number} nowMs
 */
export function formatTimestamp(unix, style, nowMs = Date.now()) {
  if (style !== 'R') return new Intl.DateTimeFormat(undefined, STYLES[style] ?? STYLES.f).format(new Date(unix * 1000));
  const seconds = unix - nowMs / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}
