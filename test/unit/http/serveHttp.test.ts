import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/http/serveHttp.ts';
import { openServer, send } from './askServer.ts';

const routes = { '/here': async () => plainText(200, 'hello\n') };

const get = async (port: number, path: string, method = 'GET') =>
  send(port, `${method} ${path} HTTP/1.1\r\nHost: bot\r\n\r\n`);

describe('the bot’s web server', () => {
  it('answers at the addresses it has, whatever the query', async () => {
    const { port } = await openServer(routes);
    expect(await get(port, '/here?since=1')).toMatch(/^HTTP\/1.1 200 OK.*\r\n\r\nhello\n$/s);
    expect(await get(port, '/here', 'HEAD')).toMatch(/^HTTP\/1.1 200 OK.*content-length: 6.*\r\n\r\n$/s);
  });

  it.each(['/', '/there', '/here/', '/../here', '//here', '/constructor', '/__proto__', '*'])(
    'knows nothing of %s',
    async (path) => {
      const { port } = await openServer(routes);
      expect(await get(port, path)).toMatch(/^HTTP\/1.1 404 /);
    },
  );

  it('reads no bodies and takes nothing but GET and HEAD', async () => {
    const { port } = await openServer(routes);
    const endless = `POST /here HTTP/1.1\r\nHost: bot\r\nContent-Length: 1000000\r\n\r\n${'x'.repeat(100)}`;
    expect(await send(port, endless)).toMatch(/^HTTP\/1.1 405 .*allow: GET, HEAD/s);
    expect(await get(port, '/here', 'DELETE')).toMatch(/^HTTP\/1.1 405 /);
    expect(await send(port, `GET /here HTTP/1.1\r\nHost: bot\r\nContent-Length: 5\r\n\r\n`)).toMatch(/^HTTP\/1.1 200 /);
  });

  it('refuses what is no request, and headers without end', async () => {
    const { port } = await openServer(routes);
    expect(await send(port, 'hello\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
    expect(await send(port, `GET /here HTTP/1.1\r\nHost: bot\r\nA: ${'a'.repeat(9_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 431 /,
    );
  });

  it('says 500 and goes on when an answer fails', async () => {
    const failing = { ...routes, '/fails': async () => Promise.reject(new Error('broken')) };
    const { port, lines } = await openServer(failing);
    expect(await get(port, '/fails')).toMatch(/^HTTP\/1.1 500 .*\r\n\r\n$/s);
    expect(await get(port, '/here')).toMatch(/^HTTP\/1.1 200 /);
    expect(lines).toContainEqual(expect.objectContaining({ event: 'http.failed' }));
  });

  it('says once that its port is taken, and does no harm', async () => {
    const first = await openServer(routes);
    const second = await openServer(routes, first.port);
    expect(second.lines).toMatchObject([{ event: 'http.unavailable', port: first.port, err: { code: 'EADDRINUSE' } }]);
    await second.close();
    expect(await get(first.port, '/here')).toMatch(/^HTTP\/1.1 200 /);
  });

  it('closes at once, whoever is still connected', async () => {
    const { port, close } = await openServer(routes);
    const dangling = send(port, 'GET /here HTTP/1.1\r\n').catch(() => 'cut');
    await get(port, '/here');
    await close();
    await dangling;
    await expect(get(port, '/here')).rejects.toThrow('ECONNREFUSED');
  });
});
