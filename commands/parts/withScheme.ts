// Addresses as people type them.

/** `example.org/feed` means `https://example.org/feed`. What is no address stays for the reader to refuse. */
export function withScheme(typed: string): string {
  const address = typed.trim();
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address.replace(/^\/+/, '')}`;
}
