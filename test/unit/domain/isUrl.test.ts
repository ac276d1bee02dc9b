import { describe, expect, it } from 'vitest';
import { isUrl } from '../../../src/domain/isUrl.ts';

describe('an address', () => {
  it('is still one after it was looked at very often, whatever letters it has', () => {
    const looks = Array.from({ length: 30_000 }, () => isUrl('https://münchen.example/straße'));
    expect(looks.filter((isOne) => !isOne)).toEqual([]);
  });

  it('may be relative to another, and is not any text', () => {
    expect(isUrl('/feed', 'https://society.example/blog')).toBe(true);
    expect([isUrl('/feed'), isUrl('society'), isUrl('https://')]).toEqual([false, false, false]);
  });
});
