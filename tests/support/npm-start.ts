import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { nodeEnvironment } from '../../scripts/stack/node-environment.ts';
import { testStack } from './stack.ts';

/** A command as a process of its own. */
export interface Run {
  child: ChildProcess;
  /** Everything written so far. */
  output: () => string;
  exit: Promise<number | null>;
}

/** Runs one of our programs with these settings and no other. */
export function runCommand(
  args: readonly string[],
  settings: Record<string, string> = {},
  program = process.execPath,
): Run {
  const child = spawn(program, args, {
    env: { ...nodeEnvironment(), CONTENT_DIR: testStack().env.CONTENT_DIR, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return {
    child,
    output: () => text,
    exit: new Promise((resolve) => child.once('close', (code) => resolve(code))),
  };
}

/** `npm start` without the launcher that finds Node 24. */
export function npmStart(settings: Record<string, string>, args: readonly string[] = []): Run {
  return runCommand(['scripts/start-stack.ts', ...args], settings);
}

/** Waits until a start says that everything runs; what it said instead is told where it ends first. */
export async function ready(run: Run, timeout = 240_000): Promise<void> {
  let ended = false;
  void run.exit.then(() => (ended = true));
  await expect
    .poll(() => ended || run.output().includes('Ctrl-C stops everything'), { timeout, interval: 100 })
    .toBe(true);
  expect(run.output()).toContain('Ctrl-C stops everything');
}

/** Process id of a part that `npm start` runs from a data folder: `site`, `medusa`, `postgresql`. */
export async function pidOf(dataDir: string, part: string): Promise<number> {
  const text = await readFile(path.join(dataDir, 'run', `${part}.json`), 'utf8');
  return (JSON.parse(text) as { pid: number }).pid;
}

/** What a start noted for scripts. */
export async function noted(dataDir: string): Promise<{ siteUrl: string; env: Record<string, string> }> {
  const text = await readFile(path.join(dataDir, 'running.json'), 'utf8');
  return JSON.parse(text) as { siteUrl: string; env: Record<string, string> };
}
