import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Keeper } from './supervisor.ts';
import {
  lastWords,
  onFreePort,
  startPart,
  stopLeftovers,
  untilReady,
  type PartCommand,
  type PartHome,
} from './managed-process.ts';
import { anyPort } from './ports.ts';
import { goneWithin, isAlive } from './processes.ts';
import { StackError } from './stack-error.ts';

let home: PartHome;

beforeEach(async () => {
  home = { dataDir: await mkdtemp(path.join(tmpdir(), 'part-test-')), keeper: new Keeper() };
});

afterEach(async () => {
  home.keeper.close();
  await rm(home.dataDir, { recursive: true, force: true });
});

/** A part that is a small Node program. */
function program(code: string, more: Partial<PartCommand> = {}): PartCommand {
  return {
    name: 'Test part',
    command: process.execPath,
    args: ['-e', code],
    cwd: home.dataDir,
    env: { PATH: process.env.PATH },
    stopSignal: 'SIGTERM',
    patience: 500,
    ...more,
  };
}

async function pidOf(name: string): Promise<number> {
  const text = await readFile(path.join(home.dataDir, name), 'utf8').catch(() => '');
  if (text) return Number(text);
  await wait(20);
  return pidOf(name);
}

const stays = "require('fs').writeFileSync('pid', String(process.pid)); setInterval(() => {}, 1000);";

describe('a part', () => {
  it('runs until it is stopped, and leaves nothing behind', async () => {
    const part = await startPart(program(stays), home);
    const pid = await pidOf('pid');
    expect(isAlive(pid)).toBe(true);
    await part.stop();
    expect(isAlive(pid)).toBe(false);
    expect(part.stopping).toBe(true);
    expect(await readdir(path.join(home.dataDir, 'run'))).toEqual([]);
    await part.stop();
  });

  it('that does not listen is ended by force, its children with it', async () => {
    const deaf = `
      process.on('SIGTERM', () => {});
      const child = require('child_process').spawn(process.execPath, ['-e', 'process.on("SIGTERM",()=>{});setInterval(()=>{},1000)']);
      require('fs').writeFileSync('child', String(child.pid));
      ${stays}`;
    const part = await startPart(program(deaf), home);
    const pids = [await pidOf('pid'), await pidOf('child')];
    await part.stop();
    for (const pid of pids) expect(await goneWithin(pid, 2_000)).toBe(true);
  });

  it('that ends by itself is reported by name, with its own last words only', async () => {
    const logFile = path.join(home.dataDir, 'logs', 'test-part.log');
    await mkdir(path.dirname(logFile));
    await writeFile(logFile, 'words of an earlier run\n');
    const part = await startPart(
      program("console.error('\\x1b[31mno room left\\x1b[0m'); process.exit(3)"),
      home,
    );
    const words = await lastWords(part, await part.exited);
    expect(words).toContain('Test part ended with code 3');
    expect(words).toContain('    no room left');
    expect(words).not.toContain('earlier run');
    expect(part.stopping).toBe(false);
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
    const part = await startPart(
      program(`console.error(${JSON.stringify([...lines, '{torn'].join('\n'))}); process.exit(1)`),
      home,
    );
    const words = await lastWords(part, await part.exited);
    expect(words).toContain('    The port is taken. (listen EADDRINUSE)\n');
    expect(words).toContain('    It broke (TypeError: no)\n      at a\n      at b\n    {torn');
  });

  it('that ends before it answers fails the wait with its words', async () => {
    const part = await startPart(program("console.log('port taken'); process.exit(1)"), home);
    const waiting = untilReady(part, async () => false, 5_000);
    await expect(waiting).rejects.toThrow(StackError);
    await expect(waiting).rejects.toThrow('port taken');
  });

  it('that never answers is stopped and named', async () => {
    const part = await startPart(program(stays), home);
    const pid = await pidOf('pid');
    await expect(untilReady(part, async () => false, 300)).rejects.toThrow(
      'Test part did not answer within 0.3 s',
    );
    expect(isAlive(pid)).toBe(false);
  });
});

describe('after a start that was killed', () => {
  it('the keeper stops what it had started', async () => {
    const keeper = path.resolve(import.meta.dirname, 'supervisor.ts');
    const part = path.resolve(import.meta.dirname, 'managed-process.ts');
    const starter = `
      const { Keeper } = await import(${JSON.stringify(keeper)});
      const { startPart } = await import(${JSON.stringify(part)});
      const home = { dataDir: process.cwd(), keeper: new Keeper() };
      await startPart({ name: 'Orphan', command: process.execPath, args: ['-e', ${JSON.stringify(stays)}],
        cwd: process.cwd(), env: {}, stopSignal: 'SIGTERM' }, home);
      setInterval(() => {}, 1000);`;
    const start = spawn(process.execPath, ['--input-type=module', '-e', starter], {
      cwd: home.dataDir,
      stdio: 'ignore',
    });
    const pid = await pidOf('pid');
    start.kill('SIGKILL');
    expect(await goneWithin(pid, 5_000)).toBe(true);
  });

  it('a leftover is stopped by the next start, a stranger with its id is not', async () => {
    const left = spawn(process.execPath, ['-e', stays], {
      cwd: home.dataDir,
      detached: true,
      stdio: 'ignore',
    });
    const pid = await pidOf('pid');
    const folder = path.join(home.dataDir, 'run');
    await mkdir(folder);
    const note = (command: string) => JSON.stringify({ pid, command, signal: 'SIGTERM' });

    await writeFile(path.join(folder, 'part.json'), note('/usr/bin/something-else'));
    await stopLeftovers(home.dataDir);
    expect(isAlive(pid)).toBe(true);

    await writeFile(path.join(folder, 'part.json'), note(`${process.execPath} -e`));
    await stopLeftovers(home.dataDir);
    expect(await goneWithin(pid, 2_000)).toBe(true);
    expect(await readdir(folder)).toEqual([]);
    left.unref();
  });
});

describe('a port that is taken away while a part starts', () => {
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
    const part = await onFreePort(await anyPort('127.0.0.1'), '127.0.0.1', async (port) => {
      if (tried.length === 0) await new Promise<void>((resolve) => thief.listen(port, '127.0.0.1', resolve));
      tried.push(port);
      const started = await startPart(command(port), home);
      const answered = () =>
        new Promise<boolean>((resolve) => setTimeout(() => resolve(tried.length > 1), 50));
      await untilReady(started, answered, 10_000);
      return started;
    });
    expect(tried).toHaveLength(2);
    await part.stop();
    thief.close();
  });
});
