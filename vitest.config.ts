import { defineConfig } from 'vitest/config';

const unit = [
  'src/**/*.test.ts',
  'scripts/**/*.test.ts',
  'medusa/src/**/*.test.ts',
  'tests/support/**/*.test.ts',
];

/** Tests that put something in place of a module or the environment, or count what a module remembers. */
const ownModules = [
  'scripts/stack/{day-watch,progress}.test.ts',
  'src/record/snapshot.test.ts',
  'src/search/live-search.test.ts',
  'src/server/{scan-metrics,whole-letters}.test.ts',
  'src/shop/availability/refreshed.test.ts',
  'src/stamps/page/answer-scan.test.ts',
  'src/stamps/scan-spool/scan-spool.test.ts',
  'src/stamps/scanner/fetch-verdicts.test.ts',
  'src/stamps/verify/verified-codes.test.ts',
];

const unitOptions = {
  environment: 'node',
  // For what hangs; how fast something is, a test measures itself.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
  // Its renderer takes its options from a module that Astro makes, and that a test stands in for.
  server: { deps: { inline: [/@astrojs\/react/] } },
};

/**
 * Integration tests on servers of their own, which run beside the others: the shared stack they read, and touch
 * nothing in it but goods and lots of their own. `backup` is none of them: a site that another test starts on the
 * shared data would deliver the scan it leaves waiting there.
 */
const ownServers = [
  'live-site',
  'medusa-sync',
  'photos',
  'renamed-product',
  'samples',
  'scan-durability',
  'shop-set-up',
  'sync-ownership',
].map((name) => `tests/integration/${name}.test.ts`);

const integrationOptions = {
  environment: 'node',
  testTimeout: 240_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 60_000 } },
  fileParallelism: false,
  isolate: false,
};

export default defineConfig({
  test: {
    // Loading modules anew for each file took longer than the tests; so only files that need it do.
    maxWorkers: 2,
    projects: [
      { test: { ...unitOptions, name: 'unit', include: unit, exclude: ownModules, isolate: false } },
      { test: { ...unitOptions, name: 'unit-own-modules', include: ownModules } },
      {
        test: {
          ...integrationOptions,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          exclude: ownServers,
        },
      },
      { test: { ...integrationOptions, name: 'own-servers', include: ownServers } },
    ],
  },
});
