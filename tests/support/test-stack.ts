import { randomBytes } from 'node:crypto';
import { chmod, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readEnv } from '../../src/config/env.ts';
import { describeExit } from '../../scripts/stack/managed-process.ts';
import { nodeEnvironment } from '../../scripts/stack/node-environment.ts';
import { anyPort } from '../../scripts/stack/ports.ts';
import { createProgress } from '../../scripts/stack/progress.ts';
import { scriptSettings } from '../../scripts/stack/settings.ts';
import { stackSteps, startStack } from '../../scripts/stack/stack.ts';
import type { TestStack } from './stack.ts';
import { knownProduct, testProducts } from './known-product.ts';

/** A stack of its own for one run of the tests. */
export interface StartedTestStack {
  /** JSON file for TEST_STACK_FILE. */
  file: string;
  /** Stops everything and removes its data; the logs stay in test-results/logs. */
  stop(): Promise<void>;
}

/**
 * Starts everything on fresh data and free ports: nothing of a stack that runs from `.data` is
 * touched. Settings of this machine's environment do not count.
 */
export async function startTestStack(
  write: (text: string) => void,
  signal: AbortSignal,
): Promise<StartedTestStack> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ocop-test-'));
  // PostgreSQL runs as another user when this is root, and must be able to enter.
  await chmod(dataDir, 0o755);
  const distDir = path.resolve('.astro', path.basename(dataDir));
  const source = {
    ...nodeEnvironment(),
    CONTENT_DIR: path.resolve('tests/record'),
    DATA_DIR: dataDir,
    PORT: String(await anyPort()),
    SAMPLES: 'on',
    // Tests come from loopback and say in X-Forwarded-For which reader they are.
    TRUSTED_PROXIES: '127.0.0.1,::1',
    SECURITY_CONTACT: 'mailto:security@shop.example',
    // Every test orders with the same number.
    PHONE_ORDERS_A_DAY: '9999',
    // A number nobody has: an account of the tests alone.
    TRANSFER_BANK: '970436',
    TRANSFER_ACCOUNT: '0000000000001',
    TRANSFER_ACCOUNT_HOLDER: 'CUA HANG MAU',
    BANK_WEBHOOK_SECRET: randomBytes(24).toString('hex'),
    SEPAY_API_KEY: randomBytes(24).toString('hex'),
    // Nobody takes cards there but a test that does (stripe.ts).
    STRIPE_SECRET_KEY: `sk_test_${randomBytes(12).toString('hex')}`,
    STRIPE_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString('hex')}`,
    STRIPE_API_URL: `http://127.0.0.1:${await anyPort()}`,
    METRICS_TOKEN: randomBytes(24).toString('hex'),
    // Nobody listens there but a test that does (mail-server.ts).
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(await anyPort()),
    SMTP_SECURITY: 'none',
    MAIL_FROM: 'don-hang@shop.example',
    MAIL_FROM_NAME: 'Chợ quê, thử',
  };
  const clean = async () => {
    await cp(path.join(dataDir, 'logs'), 'test-results/logs', { recursive: true }).catch(() => undefined);
    await rm(dataDir, { recursive: true, force: true });
    await rm(distDir, { recursive: true, force: true });
  };
  try {
    const stack = await startStack({
      site: 'built',
      env: readEnv(source),
      source,
      distDir,
      admin: true,
      durable: false,
      progress: createProgress(write, stackSteps),
      signal,
      onCrash: (managedProcess, exit) =>
        void describeExit(managedProcess, exit).then((message) => write(`\nIn the test stack: ${message}\n`)),
    });
    const { known } = stack;
    const facts: TestStack = {
      siteUrl: known.siteUrl,
      medusaUrl: known.medusaUrl ?? '',
      meiliUrl: known.search?.url ?? '',
      databaseUrl: known.databaseUrl ?? '',
      env: { ...source, ...scriptSettings(known) } as Record<string, string>,
      dataDir,
      distDir,
      adminEmail: known.secrets.admin.email,
      adminPassword: known.secrets.admin.password,
    };
    for (const slug of testProducts) await knownProduct(slug, facts);
    const file = path.join(dataDir, 'test-stack.json');
    await writeFile(file, JSON.stringify(facts, null, 2), { mode: 0o600 });
    return {
      file,
      async stop() {
        await stack.stop();
        await clean();
      },
    };
  } catch (error) {
    await clean();
    throw error;
  }
}
