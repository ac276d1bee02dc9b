// Changes one thing at a time in the code that must not be wrong and sees whether a quick test notices. By hand, not in CI:
// `npm run test:mutation`, one file of it with `-- --mutate src/domain/identity.ts`. What survived stands in docs/mutation.md.

export default {
  mutate: [
    'src/delivery/**/*.ts',
    // Names and a table, which decide nothing; test/fault passes every one of those moments.
    '!src/delivery/{checkpoints,planning}.ts',
    'src/domain/{identity,matchEntries,sharedAliases,canonicalLink}.ts',
    'src/sources/{vetUrl,allowedHosts,publicAddress,addressGuard}.ts',
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // On a busy machine an impatient run would take slowness for a mutant that was noticed.
  timeoutMS: 30_000,
  // TypeScript 7 has no interface for Stryker to rewrite a tsconfig with; the copy finds the project's own above itself.
  ignorePatterns: ['/tsconfig*.json', '/bench', '/data', '/docs', '/evaluation', '/reports'],
  reporters: ['progress-append-only', 'clear-text', 'html'],
  clearTextReporter: { allowEmojis: false, logTests: false },
  htmlReporter: { fileName: 'reports/mutation.html' },
  thresholds: { high: 95, low: 90, break: 85 },
};
