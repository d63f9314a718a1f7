/** The whole stack on scratch data, with stamps issued, for measuring requests. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { adminApi } from '../../src/commerce/admin-api.ts';
import { issueStamps, stampsOf } from '../../src/commerce/stamp-issue.ts';
import { readEnv } from '../../src/config/env.ts';
import { createProgress } from '../../src/stack/progress.ts';
import { freePort } from '../../src/stack/ports.ts';
import { scriptSettings } from '../../src/stack/settings.ts';
import { stackSteps, startStack, type Stack } from '../../src/stack/stack.ts';
import { writeBareServerSite } from './bare-site.ts';
import { runNode } from './build-times.ts';

export interface LiveSite {
  url: string;
  meili: { url: string; key: string } | null;
  stampPaths: string[];
  stop(): Promise<void>;
}

const LOT = 'MAU-MN-260915';

/** Starts everything on the real content in `workDir` and issues `stamps` stamps. */
export async function startLiveSite(
  workDir: string,
  stamps: number,
  write: (line: string) => void,
): Promise<LiveSite> {
  const source = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATA_DIR: join(workDir, 'data'),
    PORT: String(await freePort(4500, '127.0.0.1')),
    HOST: '127.0.0.1',
    SAMPLES: 'on',
  };
  const stack = await startStack({
    env: readEnv(source),
    source,
    distDir: join(workDir, 'dist'),
    admin: false,
    durable: true,
    progress: createProgress(write, stackSteps),
    signal: new AbortController().signal,
    onCrash: (part) => write(`${part.name} stopped by itself: the figures below are worth nothing.`),
  });
  const settings = scriptSettings(stack.known);
  return {
    url: `http://127.0.0.1:${stack.known.port}`,
    meili: stack.known.search && { url: stack.known.search.url, key: stack.known.search.apiKey ?? '' },
    stampPaths: await stampPaths(stack, settings, stamps),
    stop: () => stack.stop(),
  };
}

/** Paths of `count` new stamps: what their QR codes hold, without the origin. */
async function stampPaths(stack: Stack, settings: Record<string, string>, count: number): Promise<string[]> {
  const { STAMP_KEYS: keyring, MEDUSA_ADMIN_KEY: key } = readEnv(settings);
  if (!keyring || !key || !stack.known.medusaUrl) throw new Error('The stack has no stamp keys or no Medusa');
  const admin = adminApi(stack.known.medusaUrl, { key });
  const range = await issueStamps(admin, { lot: LOT, count, epoch: keyring.current });
  return [...stampsOf(range, keyring, 'https://bench.example')].map(({ url }) => new URL(url).pathname);
}

/** The bare on-demand Astro page, built and serving. */
export async function startBareServer(root: string, workDir: string): Promise<{ url: string; stop(): void }> {
  const dir = join(workDir, 'bare-server');
  await writeBareServerSite(dir);
  await runNode(dir, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {});
  const port = await freePort(4600, '127.0.0.1');
  const server: ChildProcess = spawn(process.execPath, [join(dir, 'dist/server/entry.mjs')], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await fetch(url).then((answer) => answer.ok, () => false)) return { url, stop: () => void server.kill() };
    await wait(100);
  }
  server.kill();
  throw new Error('The bare Astro server did not start');
}
