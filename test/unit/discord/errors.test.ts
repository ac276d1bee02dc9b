import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';
import { describe, expect, it } from 'vitest';
import { isUnauthorised, outcomeOfError } from '../../../src/discord/errors.ts';
import { RequestsPaused } from '../../../src/discord/invalidRequests.ts';

const request = { body: undefined, files: undefined };
const answer = (code: number, status = 400, message = 'no') =>
  new DiscordAPIError({ code, message }, code, status, 'POST', 'https://discord.example', request);
const limit = (timeToReset: number, retryAfter: number) =>
  new RateLimitError({
    timeToReset,
    limit: 5,
    method: 'POST',
    hash: '',
    url: '',
    route: '',
    majorParameter: '',
    global: false,
    retryAfter,
    sublimitTimeout: 0,
    scope: 'user',
  });

describe('an answer of Discord', () => {
  it.each([
    [10003, 'channelGone'],
    [10004, 'channelGone'],
    [50001, 'missingAccess'],
    [50013, 'missingPermissions'],
    [50083, 'threadLocked'],
    [160005, 'threadLocked'],
    [160006, 'threadsFull'],
    [160007, 'threadsFull'],
    [40066, 'tagNeeded'],
    [40067, 'tagNeeded'],
    [99999, 'refused'],
  ])('%i waits for a mend: %s', (code, reason) => {
    expect(outcomeOfError(answer(code, 403))).toMatchObject({ kind: 'refused', reason });
  });

  it.each([20016, 20022, 20028, 20029, 30046, 40003, 40004, 40006, 40062, 40333, 110001, 130000])(
    '%i is tried again later and needs nobody',
    (code) => {
      const outcome = outcomeOfError(answer(code, 403));
      expect(outcome.kind).toBe('notSent');
      expect(outcome.kind === 'notSent' && outcome.retryAfterMs).toBeGreaterThanOrEqual(60_000);
    },
  );

  it.each([200000, 200001, 240000])('%i gives the article up', (code) => {
    expect(outcomeOfError(answer(code))).toMatchObject({ kind: 'impossible', reason: 'blocked' });
  });

  it.each([50007, 50278, 10013])('%i means a person whom no message reaches', (code) => {
    expect(outcomeOfError(answer(code, 403))).toMatchObject({ kind: 'impossible', reason: 'unreachable' });
  });

  it.each([50008, 50024, 40058, 10087])('%i has the channel looked at anew', (code) => {
    expect(outcomeOfError(answer(code)).kind).toBe('unfit');
  });

  it('about a tag that is gone has the forum looked at anew, any other fault of the form falls back', () => {
    expect(outcomeOfError(answer(50035, 400, 'applied_tags[0]: unknown')).kind).toBe('unfit');
    expect(outcomeOfError(answer(50035)).kind).toBe('invalid');
    expect(outcomeOfError(answer(50006)).kind).toBe('invalid');
  });

  it('10008 means that a person removed the message', () => {
    expect(outcomeOfError(answer(10008, 404))).toEqual({ kind: 'removed' });
  });

  it('of 5xx hides whether it landed, whatever its code', () => {
    expect(outcomeOfError(answer(10008, 500)).kind).toBe('unknown');
    expect(outcomeOfError(new HTTPError(503, 'busy', 'POST', '', request)).kind).toBe('unknown');
    expect(outcomeOfError(new HTTPError(408, 'waited too long', 'POST', '', request)).kind).toBe('unknown');
  });

  it('of Cloudflare, without a code, waits instead of blaming a permission', () => {
    const html = new DiscordAPIError({ message: '' } as never, Number.NaN, 403, 'POST', '', request);
    expect(outcomeOfError(html)).toMatchObject({ kind: 'notSent', retryAfterMs: 900_000 });
  });

  it('429 waits as long as it says, and a minute where it says nothing', () => {
    expect(outcomeOfError(limit(2_000, 5_000))).toMatchObject({ kind: 'notSent', retryAfterMs: 5_000 });
    expect(outcomeOfError(limit(50, 50))).toMatchObject({ retryAfterMs: 50 });
    expect(outcomeOfError(limit(50, 0))).toMatchObject({ retryAfterMs: 60_000 });
    expect(outcomeOfError(limit(0, 0))).toMatchObject({ kind: 'notSent', retryAfterMs: 60_000 });
    expect(outcomeOfError(limit(Number.POSITIVE_INFINITY, 0))).toMatchObject({ retryAfterMs: 60_000 });
    expect(outcomeOfError(answer(0, 429))).toMatchObject({ kind: 'notSent', retryAfterMs: 60_000 });
  });

  it('401 stops the asking, and so does a client without a token', () => {
    expect(isUnauthorised(answer(0, 401))).toBe(true);
    expect(isUnauthorised(new Error('Expected token to be set for this request, but none was present'))).toBe(true);
    expect(isUnauthorised(answer(50001, 403))).toBe(false);
    expect(outcomeOfError(answer(0, 401))).toMatchObject({ kind: 'notSent', cause: 'unauthorised' });
  });
});

describe('a request without an answer', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT'])('that met %s was surely not sent', (code) => {
    expect(outcomeOfError(Object.assign(new Error('no'), { code }))).toMatchObject({ kind: 'notSent', cause: code });
    expect(outcomeOfError(new TypeError('failed', { cause: { code } })).kind).toBe('notSent');
  });

  it.each(['ECONNRESET', 'UND_ERR_SOCKET', undefined])('that met %s may have landed', (code) => {
    expect(outcomeOfError(Object.assign(new Error('no'), { code })).kind).toBe('unknown');
  });

  it.each(['read', 'write'])(
    'whose connection broke off may have landed, though the %s met no way to Discord',
    (syscall) => {
      const broken = Object.assign(new Error('no'), { code: 'EHOSTUNREACH', syscall });
      expect(outcomeOfError(broken).kind).toBe('unknown');
      expect(outcomeOfError(new TypeError('failed', { cause: broken })).kind).toBe('unknown');
      expect(outcomeOfError(Object.assign(broken, { syscall: 'connect' })).kind).toBe('notSent');
    },
  );

  it('may have landed, whatever was thrown', () => {
    expect(outcomeOfError('odd')).toEqual({ kind: 'unknown', cause: 'odd' });
    expect(outcomeOfError(null).kind).toBe('unknown');
  });

  it('that was held back for too many refusals comes when the pause is over', () => {
    expect(outcomeOfError(new RequestsPaused(7))).toMatchObject({ kind: 'notSent', retryAfterMs: 7 });
  });
});
