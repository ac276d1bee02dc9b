// Sentences publishing programmes put under every entry of a feed.

/** Characters; a longer paragraph is the author's own. */
const maxFooterLength = 500;

const footers = [
  /^The post .+ (?:appeared|first appeared) (?:first )?on .+$/i,
  /^(?:Continue reading|Read more|Read the rest)\b.{0,200}$/i,
  /^Comments$/i,
];

/** The text without them. */
export function removeFeedFooter(text: string): string {
  let kept = text;
  for (;;) {
    const start = kept.lastIndexOf('\n') + 1;
    const last = kept.slice(start).trim();
    if (start === 0 || last.length > maxFooterLength || !footers.some((footer) => footer.test(last))) return kept;
    kept = kept.slice(0, start).trimEnd();
  }
}
