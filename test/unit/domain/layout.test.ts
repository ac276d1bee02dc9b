import { describe, expect, it } from 'vitest';
import { addressShape, isRebuilt } from '../../../src/domain/layout.ts';

const at = (path: string) => `https://society.example${path}`;

describe('the shape of an address', () => {
  it('is the same for the articles of one list, and another for another', () => {
    expect(addressShape(at('/2026/11/rivers/'))).toBe(addressShape('https://www.society.example/2025/03/wages'));
    expect(addressShape(at('/show?article=7'))).toBe(addressShape(at('/show?article=8')));
    for (const other of ['/news/rivers', '/rivers', '/2026/11/rivers/print', '/2026/11/rivers?print=1']) {
      expect(addressShape(at(other)), other).not.toBe(addressShape(at('/2026/11/rivers')));
    }
  });
});

describe('a page that was rebuilt', () => {
  const known = [at('/blog/one'), at('/blog/two')];

  it('lists nothing that is known or looks like it', () => {
    expect(isRebuilt([at('/shop/hat'), at('/shop/cup')], known)).toBe(true);
    expect(isRebuilt(['https://elsewhere.example/blog/three'], known)).toBe(true);
  });

  it.each([
    ['only new articles of the same kind', ['/blog/three', '/blog/four']],
    ['a known one among others', ['/shop/hat', '/blog/two/?utm_source=x']],
    ['nothing', []],
  ])('is not one that lists %s', (_what, paths) => {
    expect(isRebuilt(paths.map(at), known)).toBe(false);
  });

  it('cannot be told before anything is known', () => {
    expect(isRebuilt([at('/blog/one')], [])).toBe(false);
  });
});
