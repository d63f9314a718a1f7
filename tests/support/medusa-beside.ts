import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildMedusa, medusaEnvironment } from '../../scripts/stack/medusa.ts';
import { anyPort } from '../../scripts/stack/ports.ts';
import { drawSecrets } from '../../scripts/stack/secrets.ts';
import { Supervisor } from '../../scripts/stack/supervisor.ts';
import { readEnv } from '../../src/config/env.ts';
import type { TestStack } from './stack.ts';

/** One more process of the same shop, to be killed. */
export interface MedusaBeside {
  url: string;
  /** Ends it without a chance to take anything back. */
  kill(): Promise<void>;
}

/**
 * Starts a second Medusa process on the database of this run, with the same site key.
 * @param more further settings
 */
export async function startMedusaBeside(
  stack: TestStack,
  more: Record<string, string> = {},
): Promise<MedusaBeside> {
  const dataDir = path.join(stack.dataDir, `beside-${process.pid}`);
  await mkdir(dataDir, { recursive: true });
  const supervisor = new Supervisor();
  const port = await anyPort();
  const build = await buildMedusa(false, { dataDir, supervisor });
  supervisor.close();
  const { SITE_KEY, STAMP_KEYS, RECEIPT_SECRET, SMTP_HOST, SMTP_PORT, SMTP_SECURITY, MAIL_FROM } = stack.env;
  const mail = { SMTP_HOST, SMTP_PORT, SMTP_SECURITY, MAIL_FROM };
  const env = medusaEnvironment(
    {
      env: readEnv({ DATA_DIR: dataDir, SITE_KEY, STAMP_KEYS, RECEIPT_SECRET, ...mail, ...more }),
      secrets: drawSecrets(),
      database: { url: stack.databaseUrl, identity: 'beside', managedProcess: null },
      build,
      port,
      siteUrl: stack.siteUrl,
    },
    dataDir,
  );
  const child = spawn(process.execPath, ['cli.js', 'start', '--host', '127.0.0.1', '--port', String(port)], {
    cwd: build.serverDir,
    env,
    stdio: 'ignore',
  });
  const exited = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
    await rm(dataDir, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 960; tries += 1) {
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return { url, kill };
    if (child.exitCode !== null) break;
    await wait(250);
  }
  await kill();
  throw new Error('A second Medusa process did not start.');
}
