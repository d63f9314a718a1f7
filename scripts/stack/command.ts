import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import type { ProcessContext } from './managed-process.ts';
import { endGroup } from './processes.ts';
import { StackError } from './stack-error.ts';

/** A program that runs to its end. */
export interface Command {
  /** What it does, for people: 'Building the site'. */
  name: string;
  args: readonly string[];
  cwd: string;
  env: Record<string, string | undefined>;
  /** Stops it early, for example on Ctrl-C. */
  signal?: AbortSignal | undefined;
}

/** How much of a failed command's output is shown, in lines. */
const shownLines = 30;

/**
 * Runs a Node program to its end, its output going to `.data/logs/<name>.log`.
 * @throws StackError with its last lines when it fails, or when it was stopped early.
 */
export async function runNode(command: Command, context: ProcessContext): Promise<void> {
  const file = command.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const logFile = path.join(context.dataDir, 'logs', `${file}.log`);
  await mkdir(path.dirname(logFile), { recursive: true });
  command.signal?.throwIfAborted();
  const log = createWriteStream(logFile, { mode: 0o600 });
  const child = spawn(process.execPath, command.args, {
    cwd: command.cwd,
    env: { ...command.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new StackError(`${command.name} failed: ${process.execPath} cannot be run.`);
  context.supervisor.add(pid, 'SIGTERM');
  let output = '';
  const take = (chunk: Buffer) => {
    output = (output + chunk.toString('utf8')).slice(-20_000);
    log.write(chunk);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const stop = () => void endGroup(pid, 'SIGTERM', 5_000);
  command.signal?.addEventListener('abort', stop, { once: true });
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', (exitCode) => resolve(exitCode));
    child.once('error', () => resolve(null));
  });
  command.signal?.removeEventListener('abort', stop);
  context.supervisor.remove(pid);
  log.end();
  await finished(log).catch(() => undefined);
  command.signal?.throwIfAborted();
  if (code === 0) return;
  const lines = output.trimEnd().split('\n').slice(-shownLines);
  throw new StackError(
    `${command.name} failed (code ${code ?? 'unknown'}). The last lines, all of them in ${logFile}:\n` +
      lines.map((line) => `    ${line}`).join('\n'),
  );
}
