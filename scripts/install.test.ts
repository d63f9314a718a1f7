import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isAlive } from './stack/processes.ts';

// The launcher and npm itself, on a project whose installation takes as long as the test says.
let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'install-test-'));
  for (const file of ['scripts/install.mjs', 'scripts/node24.mjs', 'scripts/start.mjs']) {
    await cp(file, path.join(root, file));
  }
  await cp('src/config/command-line.mjs', path.join(root, 'src/config/command-line.mjs'));
  await writeFile(path.join(root, 'scripts/start-stack.ts'), "console.log('the stack starts');\n");
  const name = { name: 'slow-project', version: '1.0.0' };
  await writeFile(
    path.join(root, 'package.json'),
    JSON.stringify({ ...name, scripts: { install: 'node install.js' } }),
  );
  const lock = {
    ...name,
    lockfileVersion: 3,
    requires: true,
    packages: { '': { ...name, hasInstallScript: true } },
  };
  await writeFile(path.join(root, 'package-lock.json'), JSON.stringify(lock));
  await writeFile(
    path.join(root, 'install.js'),
    `const fs = require('fs');
     fs.appendFileSync('installs.txt', process.pid + '\\n');
     const done = setInterval(() => {
       if (performance.now() < Number(fs.readFileSync('milliseconds.txt', 'utf8') || Infinity)) return;
       clearInterval(done);
       fs.mkdirSync('node_modules/.bin', { recursive: true });
       fs.symlinkSync(process.execPath, 'node_modules/.bin/node');
     }, 50);`,
  );
});

afterEach(() => rm(root, { recursive: true, force: true }));

/** How long an installation takes, also one that is under way. */
const installsIn = (milliseconds: number) =>
  writeFile(path.join(root, 'milliseconds.txt'), String(milliseconds));

async function start(milliseconds: number) {
  await installsIn(milliseconds);
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, exit, said: () => said };
}

/** Ids of the processes that installed, in the order they began. */
async function installs(): Promise<number[]> {
  const text = await readFile(path.join(root, 'installs.txt'), 'utf8').catch(() => '');
  return text.trim().split('\n').filter(Boolean).map(Number);
}

it('Ctrl-C ends an installation within two seconds, nothing of it runs on, and the next start does it again', async () => {
  const first = await start(60_000);
  await expect.poll(installs).toHaveLength(1);
  const pressedAt = performance.now();
  first.child.kill('SIGINT');
  expect(await first.exit).toBe(130);
  expect(performance.now() - pressedAt).toBeLessThan(10_000);
  expect(first.said()).toContain('stopped half-way; the next start does it again');
  const [installer = 0] = await installs();
  await expect.poll(() => isAlive(installer)).toBe(false);

  // Half of it may look whole.
  await mkdir(path.join(root, 'node_modules', '.bin'), { recursive: true });
  const second = await start(0);
  expect(await second.exit).toBe(0);
  expect(second.said()).toMatch(/broken off; it is done again[^]*Packages installed[^]*the stack starts/);
  const third = await start(60_000);
  expect(await third.exit).toBe(0);
  expect(third.said()).toBe('the stack starts\n');
  expect(await installs()).toHaveLength(2);
});

it('two starts install once: the second waits, and goes on with what the first installed', async () => {
  const first = await start(60_000);
  await expect.poll(installs).toHaveLength(1);
  const second = await start(60_000);
  await expect.poll(second.said).toContain('being installed by another start');
  await installsIn(0);
  expect(await Promise.all([first.exit, second.exit])).toEqual([0, 0]);
  expect(second.said()).toMatch(/being installed by another start \(process \d+\)[^]*the stack starts/);
  expect(await installs()).toHaveLength(1);
});

it('a launcher that was killed leaves npm at work: the next start waits for it, then does it again', async () => {
  const first = await start(60_000);
  await expect.poll(installs).toHaveLength(1);
  const killed = once(first.child, 'exit');
  first.child.kill('SIGKILL');
  await killed;
  const second = await start(60_000);
  await expect.poll(second.said).toContain('being installed by another start');
  await installsIn(0);
  expect(await second.exit).toBe(0);
  expect(second.said()).toMatch(/being installed by another start[^]*broken off[^]*the stack starts/);
});
