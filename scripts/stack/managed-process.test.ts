import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Supervisor } from './supervisor.ts';
import {
  describeExit,
  onFreePort,
  startManagedProcess,
  stopLeftovers,
  untilReady,
  type ProcessOptions,
  type ProcessContext,
} from './managed-process.ts';
import { anyPort } from './ports.ts';
import { goneWithin, isAlive } from './processes.ts';
import { StackError } from './stack-error.ts';

let context: ProcessContext;

beforeEach(async () => {
  context = { dataDir: await mkdtemp(path.join(tmpdir(), 'process-test-')), supervisor: new Supervisor() };
});

afterEach(async () => {
  context.supervisor.close();
  await rm(context.dataDir, { recursive: true, force: true });
});

/** A managed process that is a small Node program. */
function program(code: string, more: Partial<ProcessOptions> = {}): ProcessOptions {
  return {
    name: 'Test process',
    command: process.execPath,
    args: ['-e', code],
    cwd: context.dataDir,
    env: { PATH: process.env.PATH },
    stopSignal: 'SIGTERM',
    patience: 500,
    ...more,
  };
}

async function pidOf(name: string): Promise<number> {
  const text = await readFile(path.join(context.dataDir, name), 'utf8').catch(() => '');
  if (text) return Number(text);
  await wait(20);
  return pidOf(name);
}

const stays = "require('fs').writeFileSync('pid', String(process.pid)); setInterval(() => {}, 1000);";

describe('a managed process', () => {
  it('runs until it is stopped, and leaves nothing behind', async () => {
    const managedProcess = await startManagedProcess(program(stays), context);
    const pid = await pidOf('pid');
    expect(isAlive(pid)).toBe(true);
    await managedProcess.stop();
    expect(isAlive(pid)).toBe(false);
    expect(managedProcess.stopping).toBe(true);
    expect(await readdir(path.join(context.dataDir, 'run'))).toEqual([]);
    await managedProcess.stop();
  });

  it('that does not listen is ended by force, its children with it', async () => {
    const deaf = `
      process.on('SIGTERM', () => {});
      const child = require('child_process').spawn(process.execPath, ['-e', 'process.on("SIGTERM",()=>{});setInterval(()=>{},1000)']);
      require('fs').writeFileSync('child', String(child.pid));
      ${stays}`;
    const managedProcess = await startManagedProcess(program(deaf), context);
    const pids = [await pidOf('pid'), await pidOf('child')];
    await managedProcess.stop();
    for (const pid of pids) expect(await goneWithin(pid, 2_000)).toBe(true);
  });

  it('that ends by itself is reported by name, with its own last lines only', async () => {
    const logFile = path.join(context.dataDir, 'logs', 'test-process.log');
    await mkdir(path.dirname(logFile));
    await writeFile(logFile, 'lines of an earlier run\n');
    const managedProcess = await startManagedProcess(
      program("console.error('\\x1b[31mno room left\\x1b[0m'); process.exit(3)"),
      context,
    );
    const text = await describeExit(managedProcess, await managedProcess.exited);
    expect(text).toContain('Test process ended with code 3');
    expect(text).toContain('    no room left');
    expect(text).not.toContain('earlier run');
    expect(managedProcess.stopping).toBe(false);
  });

  it('that logs JSON lines is quoted as a person reads them', async () => {
    const lines = [
      {
        level: 'error',
        time: '2026-01-01T00:00:00.000Z',
        msg: 'The port is taken.',
        reason: 'listen EADDRINUSE',
      },
      { level: 'error', msg: 'It broke', err: { type: 'TypeError', message: 'no', stack: 'at a\nat b' } },
    ].map((line) => JSON.stringify(line));
    const managedProcess = await startManagedProcess(
      program(`console.error(${JSON.stringify([...lines, '{torn'].join('\n'))}); process.exit(1)`),
      context,
    );
    const text = await describeExit(managedProcess, await managedProcess.exited);
    expect(text).toContain('    The port is taken. (listen EADDRINUSE)\n');
    expect(text).toContain('    It broke (TypeError: no)\n      at a\n      at b\n    {torn');
  });

  it('that ends before it answers fails the wait with its last lines', async () => {
    const managedProcess = await startManagedProcess(
      program("console.log('port taken'); process.exit(1)"),
      context,
    );
    const waiting = untilReady(managedProcess, async () => false, 5_000);
    await expect(waiting).rejects.toThrow(StackError);
    await expect(waiting).rejects.toThrow('port taken');
  });

  it('that never answers is stopped and named', async () => {
    const managedProcess = await startManagedProcess(program(stays), context);
    const pid = await pidOf('pid');
    await expect(untilReady(managedProcess, async () => false, 300)).rejects.toThrow(
      'Test process did not answer within 0.3 s',
    );
    expect(isAlive(pid)).toBe(false);
  });
});

describe('after a start that was killed', () => {
  it('the supervisor stops what it had started', async () => {
    const supervisor = path.resolve(import.meta.dirname, 'supervisor.ts');
    const modulePath = path.resolve(import.meta.dirname, 'managed-process.ts');
    const starter = `
      const { Supervisor } = await import(${JSON.stringify(supervisor)});
      const { startManagedProcess } = await import(${JSON.stringify(modulePath)});
      const context = { dataDir: process.cwd(), supervisor: new Supervisor() };
      await startManagedProcess({ name: 'Orphan', command: process.execPath, args: ['-e', ${JSON.stringify(stays)}],
        cwd: process.cwd(), env: {}, stopSignal: 'SIGTERM' }, context);
      setInterval(() => {}, 1000);`;
    const start = spawn(process.execPath, ['--input-type=module', '-e', starter], {
      cwd: context.dataDir,
      stdio: 'ignore',
    });
    const pid = await pidOf('pid');
    start.kill('SIGKILL');
    expect(await goneWithin(pid, 5_000)).toBe(true);
  });

  it('a leftover is stopped by the next start, a stranger with its id is not', async () => {
    const left = spawn(process.execPath, ['-e', stays], {
      cwd: context.dataDir,
      detached: true,
      stdio: 'ignore',
    });
    const pid = await pidOf('pid');
    const folder = path.join(context.dataDir, 'run');
    await mkdir(folder);
    const note = (command: string) => JSON.stringify({ pid, command, signal: 'SIGTERM' });

    await writeFile(path.join(folder, 'server.json'), note('/usr/bin/something-else'));
    await stopLeftovers(context.dataDir);
    expect(isAlive(pid)).toBe(true);

    await writeFile(path.join(folder, 'server.json'), note(`${process.execPath} -e`));
    await stopLeftovers(context.dataDir);
    expect(await goneWithin(pid, 2_000)).toBe(true);
    expect(await readdir(folder)).toEqual([]);
    left.unref();
  });
});

describe('a port that is taken away while a process starts', () => {
  const listens = (port: number) =>
    program(`require('net').createServer().listen(${port}, '127.0.0.1', () => console.log('up'));`);
  // Like a server that catches the error, says so and then never answers.
  const hangs = (port: number) =>
    program(`require('net').createServer().on('error', (error) => console.log(error.message)).listen(${port}, '127.0.0.1');
      setInterval(() => {}, 1000);`);

  it.each([
    ['and says so at its end', listens],
    ['and hangs', hangs],
  ])('%s is given up for another', async (_case, command) => {
    const tried: number[] = [];
    const thief = createServer();
    const managedProcess = await onFreePort(await anyPort('127.0.0.1'), '127.0.0.1', async (port) => {
      if (tried.length === 0) await new Promise<void>((resolve) => thief.listen(port, '127.0.0.1', resolve));
      tried.push(port);
      const started = await startManagedProcess(command(port), context);
      const answered = () =>
        new Promise<boolean>((resolve) => setTimeout(() => resolve(tried.length > 1), 50));
      await untilReady(started, answered, 60_000);
      return started;
    });
    expect(tried).toHaveLength(2);
    await managedProcess.stop();
    thief.close();
  });
});
