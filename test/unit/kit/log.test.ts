import { describe, expect, it } from 'vitest';
import { createLog } from '../../../src/kit/log.ts';

const token = 'canary-token-of-the-bot';

function written(fields: Record<string, unknown>): string {
  let lines = '';
  const destination = {
    write: (line: string) => {
      lines += line;
    },
  };
  createLog('debug', { secrets: [token, 'short'], destination }).error('job.failed', fields);
  return lines;
}

describe('a line of the log', () => {
  it('keeps what helps to mend: event, ids, kind, code, status and place of an error, and its cause', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:443'), { code: 'ECONNREFUSED' });
    const err = Object.assign(new TypeError("Cannot read properties of undefined (reading 'name')", { cause }), {
      status: 500,
    });
    const line = JSON.parse(written({ job: 'deliver', deliveryId: 'abcdefgh234567ab', err }));
    expect(line).toMatchObject({
      event: 'job.failed',
      deliveryId: 'abcdefgh234567ab',
      err: {
        type: 'TypeError',
        message: "Cannot read properties of undefined (reading 'name')",
        status: 500,
        cause: { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:443' },
      },
    });
    expect(line.err.stack).toContain('log.test.ts');
  });

  it('leaves out what an error carries along and what its message quotes', () => {
    const requestBody = { json: { content: 'typed by a member' } };
    const carrying = Object.assign(new Error('Invalid Form Body'), { requestBody, input: 'typed by a member' });
    const quoting = [
      new SyntaxError(`Unexpected token 't', "typed by a member" is not valid JSON`),
      new Error('near `typed by a member`'),
      new Error("'typed by a member' is not one of them"),
      new RangeError('Invalid time zone specified: typed by a member'),
      Object.assign(new Error('outer'), { cause: new Error('"typed by a member"') }),
      'typed by a member',
    ];
    for (const err of [carrying, ...quoting]) {
      expect(written({ err })).toContain('"err":{"type"');
      expect(written({ err })).not.toContain('typed by');
    }
  });

  it.each([
    ['the token itself', `login with ${token} failed`, token],
    ['the token of another bot', `ODg4ODg4ODg4ODg4ODg4ODg4.GabcDE.${'s'.repeat(38)}`, 'GabcDE'],
    ['a header', `Authorization: Bot ${'k'.repeat(20)}`, 'kkkk'],
    ['the token of an interaction', 'POST /interactions/123/aW50ZXJhY3Rpb24/callback', 'aW50'],
    ['the token of a webhook', 'https://discord.com/api/v10/webhooks/123/aW50ZXJhY3Rpb24/messages/@original', 'aW50'],
    ['a token anywhere', `token ${'t'.repeat(70)} refused`, 'tttt'],
    ['a query string', 'GET https://society.example/feed?key=secret failed', 'secret'],
    ['the query of a path', 'redirected to /feed?key=secret&b=2', 'secret'],
    ['a fragment', 'https://society.example/#access=secret', 'secret'],
    ['a password in an address', 'https://user:secret@society.example/feed', 'secret'],
  ])('never shows %s', (_what, text, secret) => {
    for (const line of [written({ detail: text }), written({ err: new Error(text) }), written({ deep: [{ text }] })]) {
      expect(line).toContain('job.failed');
      expect(line).not.toContain(secret);
      expect(() => JSON.parse(line)).not.toThrow();
    }
  });

  it.each(['token', 'DISCORD_TOKEN', 'authorization', 'apiKey', 'password'])(
    'never shows what is called %s',
    (name) => {
      expect(written({ request: { [name]: 'q"uoted', kept: 'this' } })).toContain(
        `{"${name}":"[hidden]","kept":"this"}`,
      );
    },
  );
});
