import { describe, expect, it } from 'vitest';
import { ConfigError, intervalsOf, readConfig, secretsOf } from '../../src/config.ts';

const read = (variables: Record<string, string>) => readConfig({ DISCORD_TOKEN: 'token', ...variables });

describe('the language model', () => {
  const llm = { LLM_URL: 'https://api.example/v1', LLM_MODEL: 'small' };

  it('is none unless its address is given', () => {
    expect(read({}).llm).toBeUndefined();
    expect(read({ LLM_MODEL: 'small', LLM_API_KEY: 'key' }).llm).toBeUndefined();
  });

  it('may be on a private address, with a key and a limit or without', () => {
    expect(read({ ...llm, LLM_URL: 'http://10.0.0.7:11434/v1' }).llm).toEqual({
      url: 'http://10.0.0.7:11434/v1',
      model: 'small',
      requestsPerDay: 500,
    });
    expect(read({ ...llm, LLM_API_KEY: 'key', LLM_REQUESTS_PER_DAY: '20' }).llm).toMatchObject({
      apiKey: 'key',
      requestsPerDay: 20,
    });
  });

  it.each([
    [{ LLM_URL: 'https://api.example/v1' }, /LLM_MODEL is missing/],
    [{ ...llm, LLM_URL: 'ftp://api.example' }, /LLM_URL must be a web address/],
    [{ ...llm, LLM_URL: 'https://me:secret@api.example' }, /LLM_URL must be a web address without a name or password/],
    [{ ...llm, LLM_REQUESTS_PER_DAY: 'many' }, /LLM_REQUESTS_PER_DAY must be a number/],
  ])('cannot be %j', (variables, message) => {
    expect(() => read(variables)).toThrow(message);
  });

  it('has its key kept from every log', () => {
    expect(secretsOf(read({ ...llm, LLM_API_KEY: 'key-of-the-operator' }))).toEqual(['token', 'key-of-the-operator']);
  });
});

describe('where health and metrics are served', () => {
  it('is this machine’s port 3000, unless something else is said', () => {
    expect(read({}).http).toEqual({ host: '127.0.0.1', port: 3000 });
    expect(read({ HTTP_HOST: '0.0.0.0', HTTP_PORT: '0' }).http).toEqual({ host: '0.0.0.0', port: 0 });
    expect(read({ HTTP_HOST: '' }).http).toEqual({ host: '127.0.0.1', port: 3000 });
  });

  it.each(['off', '', ' '])('is nowhere with HTTP_PORT=%s', (port) => {
    expect(read({ HTTP_PORT: port }).http).toBeUndefined();
  });

  it.each(['http', '65536', '-1', '3000.5'])('cannot be port %s, and the error says what can', (port) => {
    expect(() => read({ HTTP_PORT: port })).toThrow(ConfigError);
    expect(() => read({ HTTP_PORT: port })).toThrow(
      /HTTP_PORT must be a port, e.g. 3000, 0 for any that is free, or off/,
    );
  });
});

describe('where people reach what is served', () => {
  it('is nowhere, or an https address without a slash at its end', () => {
    expect(read({}).publicUrl).toBeUndefined();
    expect(read({ PUBLIC_URL: 'https://bot.example.org/' }).publicUrl).toBe('https://bot.example.org');
    expect(read({ PUBLIC_URL: 'http://127.0.0.1:3000' }).publicUrl).toBe('http://127.0.0.1:3000');
  });

  it.each(['bot.example.org', 'http://bot.example.org', 'https://a:b@bot.example.org', 'https://bot.example.org/?a=b'])(
    'cannot be %s',
    (url) => {
      expect(() => read({ PUBLIC_URL: url })).toThrow(/PUBLIC_URL must be an https address/);
    },
  );

  it('leads to a port', () => {
    expect(() => read({ PUBLIC_URL: 'https://bot.example.org', HTTP_PORT: 'off' })).toThrow(
      /PUBLIC_URL needs HTTP_PORT/,
    );
  });
});

describe('how often a calendar is read', () => {
  it('is every hour at most, unless the operator named its host', () => {
    const { calendarIntervalMs } = intervalsOf(read({ FETCH_ALLOW_HOSTS: '127.0.0.1:9', POLL_INTERVAL_SECONDS: '60' }));
    expect(calendarIntervalMs('https://society.example/c.ics')).toBe(3_600_000);
    expect(calendarIntervalMs('http://127.0.0.1:9/c.ics')).toBe(60_000);
    const slow = intervalsOf(read({ POLL_INTERVAL_SECONDS: '7200' }));
    expect(slow.calendarIntervalMs('https://society.example/c.ics')).toBe(7_200_000);
  });
});

describe('what was typed', () => {
  it('may have blanks around it, and blanks alone are nothing', () => {
    const blank = { CONTACT: ' ', LLM_URL: ' ', PUBLIC_URL: '\t', POLL_INTERVAL_SECONDS: ' ', FETCH_ALLOW_HOSTS: ' ' };
    expect(read(blank)).toEqual(read({}));
    const spaced = { DATABASE_URL: ' file:data/bot.sqlite ', LOG_LEVEL: ' warn', DISCORD_TOKEN: ' token\n' };
    expect(read(spaced)).toMatchObject({
      databaseUrl: 'file:data/bot.sqlite',
      logLevel: 'warn',
      discordToken: 'token',
    });
  });

  it.each(['to„ken', 'to ken', 'token\u200b'])('cannot be the token %s, which could never be sent', (token) => {
    expect(() => read({ DISCORD_TOKEN: token })).toThrow(/^DISCORD_TOKEN has a sign that no token has/);
  });

  it('cannot be a key that could never be sent', () => {
    expect(() => read({ LLM_API_KEY: 'sk-…' })).toThrow(/^LLM_API_KEY has a sign/);
  });

  it.each([
    'file://data/bot.sqlite',
    'file:///%zz',
    'file:data/',
    'file:',
    'data/bot.sqlite',
    'postgres://localhost/bot',
  ])('cannot be the database %s, and the error shows one that can', (url) =>
    expect(() => read({ DATABASE_URL: url })).toThrow(/^DATABASE_URL must look like file:data/),
  );

  it('may name Discord’s version, which the bot knows by itself', () => {
    expect(read({ DISCORD_API_URL: 'https://discord.com/api/v10/' }).discordApiUrl).toBe('https://discord.com/api');
  });

  it.each([
    ['Intranet.Example.org', ['intranet.example.org']],
    ['münchen.example:8080, 10.0.0.5', ['xn--mnchen-3ya.example:8080', '10.0.0.5']],
    ['[::1]:80,FD00::1', ['[::1]:80', '[fd00::1]']],
  ])('opens %s as addresses spell it', (list, hosts) => {
    expect(read({ FETCH_ALLOW_HOSTS: list }).fetchAllowHosts).toEqual(hosts);
  });

  it.each(['https://intranet.example.org/', '10.0.0.0/8', '*.example.org', 'one.example two.example', 'host:port'])(
    'cannot open %s, which is no host',
    (list) => expect(() => read({ FETCH_ALLOW_HOSTS: list })).toThrow(/^FETCH_ALLOW_HOSTS must be names or addresses/),
  );

  it('names a host by the port that its addresses leave out', () => {
    const { intervalMs } = intervalsOf(read({ FETCH_ALLOW_HOSTS: 'a.example:443', POLL_INTERVAL_SECONDS: '60' }));
    expect(intervalMs('https://a.example/feed')).toBe(60_000);
    expect(intervalMs('http://a.example/feed')).toBe(300_000);
  });

  it.each([
    ['POLL_INTERVAL_SECONDS', '100000', /number of seconds up to 86400/],
    ['LLM_REQUESTS_PER_DAY', '0', /number from 1 to 1000000/],
  ])('says for %s=%s what may be', (name, value, message) => {
    expect(() => read({ [name]: value })).toThrow(message);
  });
});
