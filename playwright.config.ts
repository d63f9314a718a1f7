import { defineConfig } from '@playwright/test';
import { withoutAddressBar } from './tests/support/chromium.ts';
import { stackFileVariable, testStack } from './tests/support/stack.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  // For what hangs; how fast something is, a test measures itself.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  // Where the pictures of failures and the report go is said by who runs the tests (tests/support/stages.ts).
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: {
    ...(process.env[stackFileVariable] ? { baseURL: testStack().siteUrl } : {}),
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    screenshot: 'only-on-failure',
    // Recording every page for a failure that may never come would double the time of the run.
    trace: process.env.TRACE ? 'on' : 'off',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', withoutAddressBar],
    },
  },
});
