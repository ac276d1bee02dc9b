import { describe, expect, it } from 'vitest';
import { isAllowedHost, portOf } from '../../../src/sources/allowedHosts.ts';

describe('what the operator opens', () => {
  it.each([
    ['wiki.internal', 'wiki.internal', '80'],
    ['wiki.internal', 'wiki.internal', '443'],
    ['Wiki.Internal.', 'wiki.internal', '443'],
    ['wiki.internal', 'wiki.internal.', '443'],
    ['wiki.internal:8080', 'wiki.internal', '8080'],
    ['10.0.0.7:3000', '10.0.0.7', '3000'],
    ['[::1]:3000', '[::1]', '3000'],
    ['[::1]', '[::1]', '80'],
    ['::1', '[::1]', '443'],
    ['fd00::7', 'fd00::7', '80'],
  ])('%s opens %s at port %s', (entry, host, port) => {
    expect(isAllowedHost(['other.internal', entry], host, port)).toBe(true);
  });

  it.each([
    ['wiki.internal', 'wiki.internal', '8080'],
    ['wiki.internal', 'sub.wiki.internal', '80'],
    ['wiki.internal', 'wikiinternal', '80'],
    ['wi.kiinternal', 'wik.iinternal', '80'],
    ['wiki.internal:8080', 'wiki.internal', '80'],
    ['wiki.internal:8080', 'wiki.internal', '808'],
    ['[::1]:3000', '[::1]', '80'],
    ['::1', '[::2]', '80'],
    ['::1:3000', '[::1]', '3000'],
    ['wi[ki', 'wiki', '80'],
    ['wi]ki', 'wiki', '80'],
    ['', 'wiki', '80'],
  ])('%s does not open %s at port %s', (entry, host, port) => {
    expect(isAllowedHost([entry], host, port)).toBe(false);
  });

  it('opens nothing when it is empty', () => {
    expect(isAllowedHost([], 'wiki.internal', '80')).toBe(false);
  });

  it('goes by the port that is dialled, whether the address names it or not', () => {
    const ports = ['http://a.example/', 'https://a.example/', 'http://a.example:443/', 'https://a.example:8080/'];
    expect(ports.map((address) => portOf(new URL(address)))).toEqual(['80', '443', '443', '8080']);
    expect(portOf(new URL('ftp://a.example/'))).toBe('');
  });
});
