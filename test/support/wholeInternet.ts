// Run within a network namespace of its own, in which every address there is leads to this process: whatever is dialled, by
// whatever part of the product, is seen by the kernel. Prints what it saw as one line of JSON.

import { readFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { createReader } from '../../src/sources/createReader.ts';
import { createFetcher } from '../../src/sources/http.ts';
import { isPublicAddress } from '../../src/sources/publicAddress.ts';
import { honestAddresses } from '../unit/sources/honestAddresses.ts';
import { refusedAddresses } from '../unit/sources/refusedAddresses.ts';
import { createResolver, publicAddress } from './watchDials.ts';

/** What the parent process asserts. */
export interface SeenDials {
  /** Connections to private addresses made on purpose, to show that they would be seen. */
  readonly control: number;
  /** Non-public addresses that were reached since. */
  readonly strays: readonly string[];
  /** Connections the kernel was asked for since, and those of them that reached a public address. */
  readonly opened: number;
  readonly reachedPublic: number;
  /** Outcomes: `read`, or the code of the error. */
  readonly direct: readonly string[];
  readonly redirected: readonly string[];
  readonly honest: readonly string[];
  readonly races: readonly string[];
  readonly feedTitle: string;
}

/** Connections this namespace was asked to open, successful or not. */
function countOpened(): number {
  const [names, values] = readFileSync('/proc/self/net/snmp', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('Tcp:'))
    .map((line) => line.split(' '));
  return Number(values?.[names?.indexOf('ActiveOpens') ?? -1]);
}

const reached: string[] = [];
let answer = () => 'HTTP/1.1 200 OK\r\ncontent-length: 4\r\nconnection: close\r\n\r\nread';
const serve = (socket: Socket) => {
  reached.push((socket.localAddress ?? '').replace(/^::ffff:/, ''));
  socket.on('error', () => undefined).once('data', () => socket.end(answer()));
};
for (const port of [80, 443]) {
  await new Promise<void>((resolve) => createServer(serve).listen(port, '::', resolve));
}

for (const host of ['127.0.0.1', '10.1.2.3', '169.254.169.254', 'fd00::1']) {
  const socket = connect({ host, port: 80 });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  socket.destroy();
}
const control = reached.splice(0).length;
const openedBefore = countOpened();

let changing = 0;
const lookup = createResolver((hostname) => {
  changing += 1;
  return hostname === 'changing.example.org' && changing % 2 === 0 ? ['127.0.0.1'] : [publicAddress];
});
const options = { allowHosts: [], version: '1.2.3', lookup, limits: { hostGapMs: 0 } };
const fetcher = createFetcher(options);
const outcomeOf = (address: string) =>
  fetcher.fetchDocument(address, '*/*').then(
    () => 'read',
    (error) => String(error.code),
  );

const refused = Object.values(refusedAddresses).flat();
const direct: string[] = [];
for (const address of refused) direct.push(await outcomeOf(address));

// Relative ones lead back to the site, which redirects again; line ends cannot stand in a header.
const redirected: string[] = [];
for (const address of refused.filter((target) => !/[\r\n\0]/.test(target) && target.length < 2_100)) {
  answer = () => `HTTP/1.1 302 Found\r\nlocation: ${address}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`;
  redirected.push(await outcomeOf('http://site.example.org/'));
}

answer = () => 'HTTP/1.1 200 OK\r\ncontent-length: 4\r\nconnection: close\r\n\r\nread';
const honest: string[] = [];
for (const address of honestAddresses.filter((target) => /^http:\/\/[^/]+(?<!:443)\//i.test(target))) {
  honest.push(await outcomeOf(address));
}
const races = await Promise.all(Array.from({ length: 500 }, () => outcomeOf('http://changing.example.org/')));

const feed = `<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://127.0.0.1/rss.dtd" [
<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY web SYSTEM "http://127.0.0.1/entity">
<!ENTITY % more SYSTEM "http://10.0.0.1/more.dtd"> %more;]><?xml-stylesheet href="http://127.0.0.1/style.xsl"?>
<rss version="2.0" xmlns:xi="http://www.w3.org/2001/XInclude"><channel><title>News &file;&web;</title>
<xi:include href="http://127.0.0.1/include"/><item><title>One</title><guid>1</guid></item></channel></rss>`;
answer = () => `HTTP/1.1 200 OK\r\ncontent-type: application/rss+xml\r\nconnection: close\r\n\r\n${feed}`;
const reader = createReader(options);
const reading = await reader.readFeed('http://feed.example.org/');
await reader.close();
await fetcher.close();

const seen: SeenDials = {
  control,
  strays: reached.filter((address) => !isPublicAddress(address)),
  opened: countOpened() - openedBefore,
  reachedPublic: reached.filter(isPublicAddress).length,
  direct,
  redirected,
  honest,
  races,
  feedTitle: reading.kind === 'read' ? reading.title : '',
};
process.stdout.write(`${JSON.stringify(seen)}\n`, () => process.exit(0));
