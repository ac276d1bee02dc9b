import { expect, it } from 'vitest';
// @ts-expect-error The page is plain JavaScript without declarations.
import { nextPosition } from '../../../sandbox/page/arrowKeys.js';

it.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 0],
  ['ArrowDown', -1, 3, 0],
  ['ArrowUp', 0, 3, 2],
  ['ArrowUp', -1, 3, 2],
  ['ArrowUp', 2, 3, 1],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['a', 1, 3, undefined],
  ['ArrowDown', -1, 0, undefined],
])('%s leads from %i of %i to %s', (key, from, count, to) => {
  expect(nextPosition(key, from, count)).toBe(to);
});
