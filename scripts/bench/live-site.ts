/** The whole stack on scratch data, for measuring requests. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { readEnv } from '../../src/config/env.ts';
import { createProgress } from '../stack/progress.ts';
import { freePort } from '../stack/ports.ts';
import { scriptSettings } from '../stack/settings.ts';
import { stackSteps, startStack } from '../stack/stack.ts';
import { writeBareServerSite } from './bare-site.ts';
import { runNode } from './build-times.ts';

/** A server whose processor time can be read while it runs. */
export interface ServerProcess {
  name: string;
  pid: number;
}

export interface LiveSite {
  url: string;
  databaseUrl: string;
  keyring: StampKeyring;
  meili: { url: string; key: string } | null;
  /** Its servers, by the names the start gives them. */
  processes: readonly ServerProcess[];
  stop(): Promise<void>;
}

/** Starts everything on the real content in `workDir`. */
export async function startLiveSite(workDir: string, write: (line: string) => void): Promise<LiveSite> {
  const source = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATA_DIR: join(workDir, 'data'),
    PORT: String(await freePort(4500, '127.0.0.1')),
    HOST: '127.0.0.1',
    SAMPLES: 'on',
    PHONE_ORDERS_A_DAY: '9999',
  };
  const stack = await startStack({
    site: 'built',
    env: readEnv(source),
    source,
    distDir: join(workDir, 'dist'),
    admin: false,
    durable: true,
    progress: createProgress(write, stackSteps),
    signal: new AbortController().signal,
    onCrash: (part) => write(`${part.name} stopped by itself: the figures below are worth nothing.`),
  });
  const { known } = stack;
  const { STAMP_KEYS: keyring } = readEnv(scriptSettings(known));
  if (!keyring || !known.databaseUrl) throw new Error('The stack has no stamp keys or no database');
  return {
    url: `http://127.0.0.1:${known.port}`,
    databaseUrl: known.databaseUrl,
    keyring,
    meili: known.search && { url: known.search.url, key: known.search.apiKey ?? '' },
    processes: stack.processes().map(({ name, pid }) => ({ name, pid })),
    stop: () => stack.stop(),
  };
}

/** The bare server, and how to end it. */
export interface BareServer {
  url: string;
  processes: readonly ServerProcess[];
  stop(): void;
}

/** The bare on-demand Astro page, built and serving. */
export async function startBareServer(root: string, workDir: string): Promise<BareServer> {
  const dir = join(workDir, 'bare-server');
  await writeBareServerSite(dir);
  await runNode(dir, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {});
  const port = await freePort(4600, '127.0.0.1');
  const server: ChildProcess = spawn(process.execPath, [join(dir, 'dist/server/entry.mjs')], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  const processes = [{ name: 'Site', pid: server.pid ?? 0 }];
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return { url, processes, stop: () => void server.kill() };
    await wait(100);
  }
  server.kill();
  throw new Error('The bare Astro server did not start');
}
