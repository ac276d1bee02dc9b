// The operator's list of hosts that may be private (FETCH_ALLOW_HOSTS). An entry opens exactly its own host and port.

/** Port of a URL that names none. */
const defaultPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** The port a URL is fetched from. */
export function portOf(url: Pick<URL, 'protocol' | 'port'>): string {
  return url.port === '' ? (defaultPorts[url.protocol] ?? '') : url.port;
}

/**
 * Whether the operator has opened this host for this port.
 *
 * @param allowHosts `host[:port]`; one without a port opens 80 and 443
 * @param hostname as the URL parser gives it, with or without the brackets of IPv6
 */
export function isAllowedHost(allowHosts: readonly string[], hostname: string, port: string): boolean {
  const host = hostSpelling(hostname);
  return allowHosts.some((entry) => {
    const [allowed, allowedPort] = splitEntry(entry);
    if (hostSpelling(allowed) !== host) return false;
    return allowedPort === undefined ? Object.values(defaultPorts).includes(port) : allowedPort === port;
  });
}

function splitEntry(entry: string): [host: string, port: string | undefined] {
  const colon = entry.lastIndexOf(':');
  const isBareIpv6 = !entry.startsWith('[') && entry.indexOf(':') !== colon;
  if (colon === -1 || isBareIpv6 || entry.endsWith(']')) return [entry, undefined];
  return [entry.slice(0, colon), entry.slice(colon + 1)];
}

/** One spelling for a host: small letters, no brackets of IPv6, no dot of the root. */
export function hostSpelling(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}
