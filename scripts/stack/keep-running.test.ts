import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepRunning, restBefore } from './keep-running.ts';
import { startManagedProcess, type ManagedProcess, type ProcessContext } from './managed-process.ts';
import { Supervisor } from './supervisor.ts';

let context: ProcessContext;

beforeEach(async () => {
  context = { dataDir: await mkdtemp(path.join(tmpdir(), 'keep-running-')), supervisor: new Supervisor() };
});

afterEach(async () => {
  context.supervisor.close();
  await rm(context.dataDir, { recursive: true, force: true });
});

const counts = "require('fs').appendFileSync('runs', 'x');";
const runs = async () => (await readFile(path.join(context.dataDir, 'runs'), 'utf8').catch(() => '')).length;

function launch(code: string): Promise<ManagedProcess> {
  return startManagedProcess(
    {
      name: 'Test process',
      command: process.execPath,
      args: ['-e', `${counts}${code}`],
      cwd: context.dataDir,
      env: { PATH: process.env.PATH },
      stopSignal: 'SIGTERM',
    },
    context,
  );
}

it('rests longer each time, and a minute at most', () => {
  expect([1, 2, 3, 6, 7, 8, 1_000].map(restBefore)).toEqual([
    1_000, 2_000, 4_000, 32_000, 60_000, 60_000, 60_000,
  ]);
});

it('launches again what ended by itself, and not what was stopped', async () => {
  const { signal } = new AbortController();
  const ends: [number | null, number][] = [];
  // Ends at once the first time, and stays the second.
  const managedProcess = await launch(
    "if (require('fs').readFileSync('runs').length < 2) process.exit(7); setInterval(() => {}, 1000);",
  );
  const kept = keepRunning(managedProcess, {
    signal,
    onCrash: (_, { code }, restMs) => ends.push([code, restMs]),
  });
  await expect.poll(runs).toBe(2);
  expect(ends).toEqual([[7, 1_000]]);
  await managedProcess.stop();
  await kept;
  expect(await runs()).toBe(2);
});

it('launches nothing once everything is being stopped', async () => {
  const stopping = new AbortController();
  const managedProcess = await launch('process.exit(1);');
  await keepRunning(managedProcess, { signal: stopping.signal, onCrash: () => stopping.abort() });
  expect(await runs()).toBe(1);
});
