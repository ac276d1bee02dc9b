// Sees every connection this process opens, and brings those to the ports of the web to two servers on loopback: one that
// stands for the public internet, and a canary that nobody may ever reach. So the doors of the fetcher are tried with real
// names, real ports and real sockets on a machine without a network, and without the right to listen on port 80.

import { type AddressInfo, createServer, isIP, type Server, Socket } from 'node:net';
import type { Lookup } from '../../src/sources/addressGuard.ts';

/** The only address of the public internet there is here. */
export const publicAddress = '93.184.216.34';

export interface Dials {
  /** Addresses that were dialled on port 80 or 443, in order. */
  readonly toTheWeb: readonly string[];
  /** Those of them that are not the public one. Must stay empty. */
  strayed(): string[];
  /** Connections the canary took. */
  canaryHits(): number;
  /** Bytes the canary was sent. */
  canaryBytes(): number;
  /** From now on the network itself leads to the canary whatever address is dialled, as a hostile router does. */
  betray(isBetrayed: boolean): void;
  close(): Promise<void>;
}

interface DialOptions {
  readonly host?: string;
  readonly port?: number | string;
  readonly lookup?: (host: string, options: object, answer: LookupAnswer) => void;
}
type LookupAnswer = (
  error: Error | null,
  address: string | { address: string; family: number }[],
  family?: number,
) => void;
type Connect = (this: Socket, ...args: unknown[]) => Socket;

/** @param internet what answers at the public address, an HTTP server or another */
export async function watchDials(internet: Server): Promise<Dials> {
  let hits = 0;
  let bytes = 0;
  let isBetrayed = false;
  const canary = createServer((socket) => {
    hits += 1;
    socket.on('data', (chunk) => (bytes += chunk.length)).on('error', () => undefined);
  });
  const [internetPort, canaryPort] = [await listen(internet), await listen(canary)];
  const toTheWeb: string[] = [];

  const prototype = Socket.prototype as unknown as { connect: Connect };
  const connect = prototype.connect;
  prototype.connect = function (this: Socket, ...args) {
    const holder = (Array.isArray(args[0]) ? args[0] : args) as unknown[];
    const options = holder[0] as DialOptions;
    const port = Number(options.port);
    if (port !== 80 && port !== 443) return connect.apply(this, args);
    const divert = (address: string) => {
      toTheWeb.push(address);
      const isPublic = address === publicAddress && !isBetrayed;
      // What the socket would say of its other end, had it really gone there.
      const remoteAddress = isBetrayed ? '127.0.0.1' : address;
      Object.defineProperty(this, 'remoteAddress', { get: () => remoteAddress, configurable: true });
      return isPublic ? internetPort : canaryPort;
    };
    const host = options.host ?? 'localhost';
    if (isIP(host) !== 0) {
      holder[0] = { ...options, host: '127.0.0.1', port: divert(host) };
      return connect.apply(this, args);
    }
    // The port is settled before the name is looked up: so the name is looked up first.
    const settle: LookupAnswer = (error, found) => {
      const first = Array.isArray(found) ? found[0]?.address : found;
      if (error !== null || first === undefined) {
        this.destroy(error ?? new Error('no address'));
        return;
      }
      const { lookup: _lookup, ...rest } = options;
      holder[0] = { ...rest, host: '127.0.0.1', port: divert(first) };
      connect.apply(this, args);
    };
    options.lookup?.(host, { all: true }, (error, found) => void setImmediate(settle, error, found));
    return this;
  };

  return {
    toTheWeb,
    strayed: () => toTheWeb.filter((address) => address !== publicAddress),
    canaryHits: () => hits,
    canaryBytes: () => bytes,
    betray(given) {
      isBetrayed = given;
    },
    async close() {
      prototype.connect = connect;
      await Promise.all([internet, canary].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
}

/** @param addressesOf a name; undefined for one that does not exist */
export function createResolver(addressesOf: (hostname: string) => readonly string[] | undefined): Lookup {
  return (hostname, _all, answer) => {
    const addresses = addressesOf(hostname);
    if (addresses === undefined) answer(Object.assign(new Error('unknown name'), { code: 'ENOTFOUND' }), []);
    else
      answer(
        null,
        addresses.map((address) => ({ address, family: isIP(address) })),
      );
  };
}
