import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

const read = (variables: Record<string, string>) => readConfig({ DISCORD_TOKEN: 'token', ...variables });

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
