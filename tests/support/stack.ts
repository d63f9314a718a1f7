import { readFileSync } from 'node:fs';

/** The stack the tests of one run share. */
export interface TestStack {
  siteUrl: string;
  medusaUrl: string;
  meiliUrl: string;
  databaseUrl: string;
  /** Settings under their names in the environment, for readEnv() or a program of its own. */
  env: Record<string, string>;
  dataDir: string;
  /** Folder of the built site. */
  distDir: string;
  adminEmail: string;
  adminPassword: string;
}

/** Environment variable that names the file with the stack of this run. */
export const stackFileVariable = 'TEST_STACK_FILE';

/** The stack of this run: real PostgreSQL, Meilisearch, Medusa and the built site. */
export function testStack(): TestStack {
  const file = process.env[stackFileVariable];
  if (!file) {
    throw new Error(
      'This test needs the whole stack: run it with "npm run test:integration" or "npm run test:e2e".',
    );
  }
  return JSON.parse(readFileSync(file, 'utf8')) as TestStack;
}
