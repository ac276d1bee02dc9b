// Stryker takes a test file that cannot be loaded for one that has nothing against a mutant. So a mutant that breaks a file
// as it is loaded, a list of ranges that cannot be read, is noticed here.

import { expect, it } from 'vitest';

it.each([
  ['who is who', () => import('../../src/domain/matchEntries.ts')],
  ['the first door', () => import('../../src/sources/vetUrl.ts')],
  ['the other doors', () => import('../../src/sources/addressGuard.ts')],
])('%s can be loaded', async (_, load) => {
  expect(Object.keys(await load())).not.toEqual([]);
});
