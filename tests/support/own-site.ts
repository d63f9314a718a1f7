import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { anyPort } from '../../scripts/stack/ports.ts';
import { testStack } from './stack.ts';

/** The build of this run served by a process of its own, which a test may treat badly. */
export interface OwnSite {
  url: string;
  /** Ends it at once, as a power cut would: nothing it had in mind is finished. */
  kill(): Promise<void>;
}

/**
 * Starts the built site with other settings than the stack's.
 * @param distDir another build than the stack's
 */
export async function startOwnSite(
  settings: Record<string, string>,
  distDir = testStack().distDir,
): Promise<OwnSite> {
  const stack = testStack();
  const port = await anyPort();
  const url = `http://localhost:${port}`;
  const site: ChildProcess = spawn(process.execPath, ['src/server/main.ts', distDir], {
    env: { ...stack.env, PORT: String(port), SITE_URL: url, ...settings },
    stdio: 'ignore',
  });
  const ended = once(site, 'exit');
  const isRunning = () => site.exitCode === null && site.signalCode === null;
  for (let attempt = 0; attempt < 1_200 && isRunning(); attempt += 1) {
    const isUp = await fetch(`${url}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return { url, kill: () => end(site, ended) };
    await wait(100);
  }
  await end(site, ended);
  throw new Error(`The site did not answer on port ${port}`);
}

async function end(site: ChildProcess, ended: Promise<unknown>): Promise<void> {
  site.kill('SIGKILL');
  await ended;
}
