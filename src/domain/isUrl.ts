// Whether a text is an address. In place of URL.canParse, which in Node 20 turns false for addresses with letters such as ü once it has
// been called some thousand times: they would lose their links and their identity.

/** @param base what a relative address is relative to */
export function isUrl(text: string, base?: string | URL): boolean {
  return parseUrl(text, base) !== undefined;
}

/** @param base what a relative address is relative to */
export function parseUrl(text: string, base?: string | URL): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
