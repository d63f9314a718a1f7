import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeEnvironment } from '../../scripts/stack/node-environment.ts';
import { anyPort } from '../../scripts/stack/ports.ts';
import { testStack } from '../support/stack.ts';

// `npm start` as a process, with the servers of the test stack in the place of its own: the way an
// operator runs the site beside servers that are already there.
const { env } = testStack();
let dataDir: string;
let port: number;
let holder: Server;
const started: ChildProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'start-test-'));
  port = await anyPort();
  holder = createServer();
  await new Promise<void>((resolve) => holder.listen(port, resolve));
});

afterAll(async () => {
  for (const child of started) child.kill('SIGTERM');
  holder.close();
  await rm(dataDir, { recursive: true, force: true });
  const dist = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  await rm(path.resolve('.astro', `site-${dist}`), { recursive: true, force: true });
});

interface Run {
  child: ChildProcess;
  /** Everything written so far. */
  output: () => string;
  exit: Promise<number | null>;
}

function npmStart(settings: Record<string, string>): Run {
  const child = spawn(process.execPath, ['scripts/start-stack.ts'], {
    env: {
      ...nodeEnvironment(),
      CONTENT_DIR: env.CONTENT_DIR,
      DATA_DIR: dataDir,
      PORT: String(port),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return {
    child,
    output: () => text,
    exit: new Promise((resolve) => child.once('close', (code) => resolve(code))),
  };
}

function ready(run: Run): Promise<void> {
  return expect.poll(run.output, { timeout: 240_000, interval: 100 }).toContain('Ctrl-C stops everything');
}

const outside = {
  MEDUSA_URL: env.MEDUSA_URL ?? '',
  MEDUSA_PUBLISHABLE_KEY: env.MEDUSA_PUBLISHABLE_KEY ?? '',
  MEDUSA_ADMIN_KEY: env.MEDUSA_ADMIN_KEY ?? '',
  SITE_KEY: env.SITE_KEY ?? '',
  MEILI_URL: env.MEILI_URL ?? '',
  MEILI_API_KEY: env.MEILI_API_KEY ?? '',
};

describe('npm start', () => {
  it('names every setting it cannot use, and starts nothing', async () => {
    const run = npmStart({ PORT: 'http', MEILI_URL: 'localhost' });
    expect(await run.exit).toBe(1);
    expect(run.output()).toContain('PORT should be a port number');
    expect(run.output()).toContain('MEILI_URL should be an http(s) address');
    expect(run.output()).not.toContain('[1/');
  });

  it('says which outside server does not answer', async () => {
    const run = npmStart({ ...outside, MEDUSA_URL: `http://127.0.0.1:${await anyPort()}` });
    expect(await run.exit).toBe(1);
    expect(run.output()).toMatch(/Medusa at .* does not answer/);
  });

  it(
    'serves on the next free port, notes itself for scripts, refuses a second one, stops in order',
    { timeout: 600_000 },
    async () => {
      const first = npmStart(outside);
      await ready(first);
      expect(first.output()).toContain(`Port ${port} is taken`);
      const note = path.join(dataDir, 'running.json');
      const running = JSON.parse(await readFile(note, 'utf8')) as {
        siteUrl: string;
        env: Record<string, string>;
      };
      expect((await stat(note)).mode & 0o777).toBe(0o600);
      expect(running.env.MEDUSA_ADMIN_KEY).toBe(outside.MEDUSA_ADMIN_KEY);
      expect((await fetch(running.siteUrl)).status).toBe(200);

      // A part that dies is started again, and the rest does not notice.
      const { pid } = JSON.parse(await readFile(path.join(dataDir, 'run', 'site.json'), 'utf8')) as {
        pid: number;
      };
      process.kill(pid, 'SIGKILL');
      const alive = async () => (await fetch(running.siteUrl).catch(() => null))?.status;
      await expect.poll(first.output).toMatch(/Site was ended by SIGKILL[^]*started again in 1 s/);
      await expect.poll(alive).toBe(200);

      const second = npmStart(outside);
      expect(await second.exit).toBe(1);
      expect(second.output()).toContain(`It already runs from ${dataDir}`);
      expect((await fetch(running.siteUrl)).status).toBe(200);

      first.child.kill('SIGINT');
      expect(await first.exit).toBe(0);
      expect(first.output()).toContain('Everything is stopped.');
      await expect(fetch(running.siteUrl)).rejects.toThrow();
      await expect(stat(note)).rejects.toThrow();

      const again = npmStart(outside);
      await ready(again);
      expect(again.output()).toMatch(/Site, build: up to date/);
      again.child.kill('SIGTERM');
      expect(await again.exit).toBe(0);
    },
  );
});
