// Servers that do not speak HTTP as they should, or speak it to do harm. Each gives a SourceError, in bounded time and memory,
// and the next site is read as if nothing had been.

import { type AddressInfo, createServer, type Socket } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SourceError } from '../../src/domain/errors.ts';
import { createFetcher, type Fetcher } from '../../src/sources/http.ts';

const megabyte = 2 ** 20;
const head = 'HTTP/1.1 200 OK\r\n';

/** Writes for as long as the other side listens. */
function writeWithoutEnd(socket: Socket, piece: string | Buffer): void {
  const more = () => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on('drain', more);
  more();
}

/** One byte at a time, in less than any silence that is allowed. */
function drip(socket: Socket, text: string): void {
  let sent = 0;
  const dripping = setInterval(() => socket.write(text[sent++ % text.length] ?? ''), 20);
  socket.on('close', () => clearInterval(dripping));
}

const packed = (encoding: string, bytes: Buffer) => (socket: Socket) =>
  socket.end(
    Buffer.concat([
      Buffer.from(`${head}content-encoding: ${encoding}\r\ncontent-length: ${bytes.length}\r\n\r\n`),
      bytes,
    ]),
  );

describe('a server that means harm', () => {
  const server = createServer({ allowHalfOpen: true });
  const sockets = new Set<Socket>();
  let fetcher: Fetcher;
  /** Its answers take time to unpack on a busy machine. */
  let patient: Fetcher;
  let url: string;
  let answer: (socket: Socket) => unknown;

  beforeAll(async () => {
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('data', () => answer(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    url = `http://${host}/`;
    const limits = { connectTimeoutMs: 1_000, firstByteTimeoutMs: 600, idleTimeoutMs: 600, totalTimeoutMs: 1_500 };
    fetcher = createFetcher({ allowHosts: [host], version: '1.2.3', limits });
    patient = createFetcher({ allowHosts: [host], version: '1.2.3' });
  });
  afterAll(async () => {
    await Promise.all([fetcher.close(), patient.close()]);
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    answer = (socket) => socket.end(`${head}content-length: 5\r\n\r\nhello`);
    const read = await fetcher.fetchDocument(url, '*/*');
    expect(read.kind === 'document' && Buffer.from(read.bytes).toString()).toBe('hello');
  });

  async function codeOf(sends: typeof answer, by = fetcher): Promise<string> {
    answer = sends;
    const error = await by.fetchDocument(url, '*/*').then(
      ({ kind }) => kind,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(SourceError);
    return (error as SourceError).code;
  }

  it.each<[string, () => (socket: Socket) => unknown]>([
    [
      'gzip: a gibibyte in one mebibyte',
      () => packed('gzip', Buffer.concat(Array(64).fill(gzipSync(Buffer.alloc(16 * megabyte))))),
    ],
    [
      'brotli: 128 MiB in a few bytes',
      () =>
        packed(
          'br',
          brotliCompressSync(Buffer.alloc(128 * megabyte), { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } }),
        ),
    ],
    ['deflate: 128 MiB', () => packed('deflate', deflateSync(Buffer.alloc(128 * megabyte)))],
    ['gzip within gzip', () => packed('gzip, gzip', gzipSync(gzipSync(Buffer.alloc(128 * megabyte))))],
  ])('sends a bomb of %s, and gets no memory for it', async (_bomb, make) => {
    const send = make();
    const before = process.memoryUsage().rss;
    expect(await codeOf(send, patient)).toBe('tooLarge');
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * megabyte);
  });

  it.each<[string, string, (socket: Socket) => unknown]>([
    // Without end.
    [
      'a body',
      'tooLarge',
      (socket) => socket.write(`${head}\r\n`) && writeWithoutEnd(socket, Buffer.alloc(65_536, 'x')),
    ],
    [
      'chunks',
      'tooLarge',
      (socket) =>
        socket.write(`${head}transfer-encoding: chunked\r\n\r\n`) &&
        writeWithoutEnd(socket, `4000\r\n${'x'.repeat(0x4000)}\r\n`),
    ],
    [
      'headers',
      'tooLarge',
      (socket) => socket.write(head) && writeWithoutEnd(socket, 'x-more: and more\r\n'.repeat(100)),
    ],
    ['a header', 'tooLarge', (socket) => socket.write(`${head}x-long: `) && writeWithoutEnd(socket, 'a'.repeat(1_000))],
    ['hints', 'timeout', (socket) => drip(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n')],
    [
      'an extension of a chunk',
      'timeout',
      (socket) => socket.write(`${head}transfer-encoding: chunked\r\n\r\n1;x=`) && drip(socket, 'a'),
    ],
    ['a status line', 'timeout', (socket) => socket.write('HTTP/1.1 200 ') && drip(socket, 'O')],
    ['a body, a byte at a time', 'timeout', (socket) => socket.write(`${head}\r\n`) && drip(socket, 'x')],
    ['headers, a byte at a time', 'timeout', (socket) => socket.write(head) && drip(socket, 'x-more: a\r\n')],
    // Nothing, or not enough.
    ['silence', 'timeout', () => undefined],
    ['silence after the headers', 'timeout', (socket) => socket.write(`${head}content-length: 5\r\n\r\n`)],
    ['an end at once', 'unreachable', (socket) => socket.end()],
    ['a reset', 'unreachable', (socket) => socket.resetAndDestroy()],
    ['half a status line', 'unreachable', (socket) => socket.end('HTTP/1.1 2')],
    ['half the headers', 'unreachable', (socket) => socket.end(`${head}content-type: text/`)],
    ['half a body', 'unreachable', (socket) => socket.end(`${head}content-length: 100\r\n\r\nfew`)],
    [
      'half the chunks',
      'unreachable',
      (socket) => socket.end(`${head}transfer-encoding: chunked\r\n\r\n4\r\nabcd\r\n`),
    ],
    ['half a gzip', 'unreachable', packed('gzip', gzipSync('hello '.repeat(9_999)).subarray(0, 60))],
    [
      'half a brotli',
      'unreachable',
      packed('br', brotliCompressSync(Buffer.from('hello '.repeat(9_999))).subarray(0, 20)),
    ],
    // Too much at once.
    ['100 KB of headers', 'tooLarge', (socket) => socket.end(`${head}x-long: ${'a'.repeat(100_000)}\r\n\r\n`)],
    ['5,000 headers', 'tooLarge', (socket) => socket.end(`${head}${'x-one: more\r\n'.repeat(5_000)}\r\n`)],
    ['the promise of 50 GB', 'tooLarge', (socket) => socket.write(`${head}content-length: 50000000000\r\n\r\nx`)],
    // What is no HTTP, or two things at once.
    ['noise', 'unreachable', (socket) => socket.end(Buffer.from([0, 255, 22, 3, 1, 13, 10, 13, 10]))],
    ['HTTP/0.9', 'unreachable', (socket) => socket.end('<rss version="2.0"></rss>')],
    ['HTTP/9.9', 'unreachable', (socket) => socket.end('HTTP/9.9 200 OK\r\ncontent-length: 0\r\n\r\n')],
    ['a status that is no number', 'unreachable', (socket) => socket.end('HTTP/1.1 abc OK\r\n\r\n')],
    ['a status of four digits', 'unreachable', (socket) => socket.end('HTTP/1.1 2000 OK\r\ncontent-length: 0\r\n\r\n')],
    ['an SSH server', 'unreachable', (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')],
    [
      'another protocol',
      'unreachable',
      (socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    ],
    [
      'two lengths',
      'unreachable',
      (socket) => socket.end(`${head}content-length: 5\r\ncontent-length: 6\r\n\r\nhello!`),
    ],
    [
      'a length and chunks',
      'unreachable',
      (socket) => socket.end(`${head}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`),
    ],
    ['a negative length', 'unreachable', (socket) => socket.end(`${head}content-length: -5\r\n\r\nhello`)],
    ['a length in words', 'unreachable', (socket) => socket.end(`${head}content-length: five\r\n\r\nhello`)],
    [
      'a chunk of impossible size',
      'unreachable',
      (socket) => socket.end(`${head}transfer-encoding: chunked\r\n\r\nfffffffffffffffff\r\nx`),
    ],
    ['NUL in a header', 'unreachable', (socket) => socket.end(`${head}x: a\u0000b\r\ncontent-length: 0\r\n\r\n`)],
    [
      'four layers of gzip',
      'unreachable',
      packed('gzip, gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(gzipSync('x'))))),
    ],
    ['zstd, which was not asked for', 'unreachable', packed('zstd', Buffer.from('28b52ffd', 'hex'))],
    ['a packing named like an inherited property', 'unreachable', packed('constructor', Buffer.from('x'))],
    ['gzip that is none', 'unreachable', packed('gzip', Buffer.from('<rss/>'))],
    // Refusals with something behind.
    [
      'an error page without end',
      'status',
      (socket) => socket.write('HTTP/1.1 500 Oh\r\n\r\n') && writeWithoutEnd(socket, 'x'.repeat(1_000)),
    ],
    [
      'a redirect to nowhere, without end',
      'addressInvalid',
      (socket) =>
        socket.write('HTTP/1.1 302 Found\r\nlocation: x:\r\n\r\n') && writeWithoutEnd(socket, 'x'.repeat(1_000)),
    ],
  ])('sends %s, and gets %s', async (_what, code, sends) => {
    expect(await codeOf(sends)).toBe(code);
  });

  it('sends a header without a name, and is read without it', async () => {
    answer = (socket) => socket.end(`${head}: value\r\ncontent-length: 2\r\n\r\nok`);
    expect(await fetcher.fetchDocument(url, '*/*')).toMatchObject({ bytes: new Uint8Array(Buffer.from('ok')) });
  });
});
