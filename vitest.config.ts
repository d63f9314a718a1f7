import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'medusa/src/**/*.test.ts'],
          environment: 'node',
          testTimeout: 20_000,
          // Its renderer takes its options from a module that Astro makes, and that a test stands in for.
          server: { deps: { inline: [/@astrojs\/react/] } },
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
