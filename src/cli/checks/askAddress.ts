// Asks an address that the operator named for what is there. It may be private; nothing else is opened for it.

import { SourceError } from '../../domain/errors.ts';
import { createFetcher } from '../../sources/http.ts';
import { version } from '../../version.ts';

const patienceMs = 5_000;

export type Reply =
  | { readonly kind: 'document'; readonly text: string }
  | { readonly kind: 'status'; readonly status: number }
  /** Nobody listens there. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'silent'; readonly code: string };

export async function askAddress(address: string): Promise<Reply> {
  const { hostname, port } = new URL(address);
  const allowHosts = [port === '' ? hostname : `${hostname}:${port}`];
  const limits = { totalTimeoutMs: patienceMs, maxRedirects: 0 };
  const fetcher = createFetcher({ allowHosts, version, limits });
  try {
    const answer = await fetcher.fetchDocument(address, '*/*');
    return { kind: 'document', text: answer.kind === 'document' ? Buffer.from(answer.bytes).toString() : '' };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (typeof error.args.status === 'number') return { kind: 'status', status: error.args.status };
    return isRefused(error) ? { kind: 'closed' } : { kind: 'silent', code: error.code };
  } finally {
    await fetcher.close();
  }
}

/** Whether a bot said it, and not another program at its port. */
export function isAlive(reply: Reply): boolean {
  return reply.kind === 'document' && reply.text === 'alive\n';
}

function isRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === 'ECONNREFUSED') return true;
  return isRefused(error.cause) || (error instanceof AggregateError && error.errors.some(isRefused));
}

/** Where the bot's own server is reached from this machine: what listens everywhere is asked here. */
export function webAddress({ host, port }: { readonly host: string; readonly port: number }): string {
  return `http://${reachable(host)}:${port}`;
}

function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
