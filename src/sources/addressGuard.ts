// Second and third door: every address a name resolves to, and the address the socket ended up at. Literals do not pass
// the lookup, so they are judged before dialling. Invariant: no byte is sent to an address that is not public, unless the
// operator opened the host.

import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { hostSpelling, isAllowedHost, portOf } from './allowedHosts.ts';
import { keepHeaderBytes } from './headerBytes.ts';
import { PrivateAddressError } from './privateAddressError.ts';
import { canonicalAddress, isPublicAddress } from './publicAddress.ts';

/** Answers of a resolver, as `dns.lookup` with `all` gives them. */
export type Lookup = (
  hostname: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Bounds of a guarded agent. */
export interface GuardOptions {
  readonly allowHosts: readonly string[];
  readonly connectTimeoutMs: number;
  readonly maxHeaderBytes: number;
  readonly lookup?: Lookup | undefined;
}

/** An undici agent that dials public addresses only. Connections are not kept: each request passes the doors anew. */
export function createGuardedAgent(options: GuardOptions): Dispatcher {
  const lookup = options.lookup ?? (systemLookup as Lookup);
  const common = { timeout: options.connectTimeoutMs, allowH2: false, autoSelectFamily: true };
  const open = buildConnector({ ...common, lookup: asNetLookup(lookup, () => true) as never });
  const guarded = buildConnector({ ...common, lookup: asNetLookup(lookup, mayDial) as never });

  const connect: buildConnector.connector = (target, callback) => {
    if (isAllowedHost(options.allowHosts, target.hostname, portOf(target))) {
      open(target, callback);
      return;
    }
    const literal = hostSpelling(target.hostname);
    if (isIP(literal) !== 0 && !mayDial(literal)) {
      callback(new PrivateAddressError(), null);
      return;
    }
    guarded(target, (error, socket) => {
      if (error !== null) {
        callback(error, null);
      } else if (mayDial(socket.remoteAddress)) {
        callback(null, socket);
      } else {
        socket.destroy();
        callback(new PrivateAddressError(), null);
      }
    });
  };
  return new Agent({ connect, pipelining: 0, maxHeaderSize: options.maxHeaderBytes }).compose(keepHeaderBytes);
}

/** Public, and not this machine under its public address. Total: it runs in callbacks, where an error would end the process. */
function mayDial(address: string | undefined): boolean {
  try {
    return address !== undefined && isPublicAddress(address) && !isOwnAddress(canonicalAddress(address));
  } catch {
    return false;
  }
}

function isOwnAddress(address: string): boolean {
  const interfaces = Object.values(networkInterfaces());
  return interfaces.some((found) => found?.some((own) => canonicalAddress(own.address) === address));
}

type NetCallback = (error: Error | null, addresses?: LookupAddress[]) => void;

/** `autoSelectFamily` asks for all addresses of a name; one that may not be dialled refuses the whole name. */
function asNetLookup(lookup: Lookup, isDialled: (address: string) => boolean) {
  return (hostname: string, _asked: object, callback: NetCallback) => {
    lookup(hostname, { all: true }, (error, found) => {
      // A copy: what is judged is what is dialled.
      const addresses = (found ?? []).map(({ address, family }) => ({ address, family }));
      if (error !== null) callback(error);
      else if (addresses.length === 0) callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }));
      else if (!addresses.every(({ address }) => isDialled(address))) callback(new PrivateAddressError());
      else callback(null, addresses);
    });
  };
}
