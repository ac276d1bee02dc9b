import { expect, it } from 'vitest';
import { createLastUsed } from '../../../src/kit/lastUsed.ts';

it('lets go of what was asked for longest ago, not of what came first', () => {
  const known = createLastUsed<string>(2);
  known.set('first', 'one');
  known.set('second', 'two');
  expect(known.get('first')).toBe('one');
  known.set('third', 'three');
  expect(['first', 'second', 'third'].map((key) => known.get(key))).toEqual(['one', undefined, 'three']);
});

it('has room for a new value of what it knows', () => {
  const known = createLastUsed<string>(2);
  known.set('first', 'one');
  known.set('second', 'two');
  known.set('second', 'other');
  expect(['first', 'second'].map((key) => known.get(key))).toEqual(['one', 'other']);
});
