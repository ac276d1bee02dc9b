// The tests that a mutant has to survive: the quick ones of what is mutated.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 15_000,
    include: [
      'test/mutation/loading.test.ts',
      'test/unit/delivery/*.test.ts',
      'test/unit/domain/{identity,matchEntries,sharedAliases,canonicalLink}.test.ts',
      'test/unit/sources/{vetUrl,allowedHosts,publicAddress,addressGuard}.test.ts',
    ],
  },
});
