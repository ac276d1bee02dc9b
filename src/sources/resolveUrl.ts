// Relative addresses → absolute ones.

/** The absolute address, or undefined when there is none to be had. */
export function resolveUrl(address: string, base: string | undefined): string | undefined {
  const trimmed = address.trim();
  if (base !== undefined && URL.canParse(trimmed, base)) return new URL(trimmed, base).href;
  return URL.canParse(trimmed) ? trimmed : undefined;
}
