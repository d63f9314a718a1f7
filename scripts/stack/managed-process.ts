import { spawn } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Supervisor } from './supervisor.ts';
import { freePort } from './ports.ts';
import { commandLineOf, endGroup, isAlive } from './processes.ts';
import { lastLines, rotate, startMark } from './process-log.ts';
import { StackError } from './stack-error.ts';

/** What a managed process is started with. */
export interface ProcessOptions {
  /** Name for people, like 'PostgreSQL'. */
  name: string;
  command: string;
  args: readonly string[];
  cwd: string;
  env: Record<string, string | undefined>;
  /** Signal that stops it cleanly. */
  stopSignal: NodeJS.Signals;
  /** How long it may take to stop, in milliseconds. */
  patience?: number;
  /** User to run as, where it must not run as root. */
  user?: { uid: number; gid: number } | undefined;
}

/** How a process ended. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** Where managed processes write their logs and process ids, and the supervisor that stops them if the start dies. */
export interface ProcessContext {
  dataDir: string;
  supervisor: Supervisor;
}

/** A process of the stack: a server that a start launched, launches again when it dies, and will stop. */
export interface ManagedProcess {
  readonly name: string;
  /** Of the process that runs now. */
  readonly pid: number;
  readonly logFile: string;
  /** Resolves when the process that runs now ends, for whatever reason. */
  readonly exited: Promise<Exit>;
  /** Whether its end was asked for. */
  readonly stopping: boolean;
  /** Launches it again, as it was launched, after it ended by itself; nothing once its end was asked for. */
  restart(): Promise<void>;
  /** Stops it and waits. Stopping what has ended is no error. */
  stop(): Promise<void>;
}

/** Starts a process in a process group of its own, its output going to `.data/logs/<name>.log`. */
export async function startManagedProcess(
  options: ProcessOptions,
  context: ProcessContext,
): Promise<ManagedProcess> {
  const file = options.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const logFile = path.join(context.dataDir, 'logs', `${file}.log`);
  const pidFile = path.join(context.dataDir, 'run', `${file}.json`);
  let running = await launch(options, context, { logFile, pidFile });
  let stopping = false;
  const handle: ManagedProcess = {
    name: options.name,
    get pid() {
      return running.pid;
    },
    logFile,
    get exited() {
      return running.exited;
    },
    get stopping() {
      return stopping;
    },
    async restart() {
      await running.tidied;
      if (stopping) return;
      running = await launch(options, context, { logFile, pidFile });
      // The end may have been asked for while it was launched.
      if (stopping) await handle.stop();
    },
    async stop() {
      stopping = true;
      await endGroup(running.pid, options.stopSignal, options.patience ?? 10_000);
      await running.tidied;
    },
  };
  return handle;
}

interface Launched {
  pid: number;
  exited: Promise<Exit>;
  /** Resolves once nothing names the process any more. */
  tidied: Promise<void>;
}

async function launch(
  options: ProcessOptions,
  context: ProcessContext,
  { logFile, pidFile }: { logFile: string; pidFile: string },
): Promise<Launched> {
  await mkdir(path.dirname(logFile), { recursive: true });
  await rotate(logFile);
  const log = openSync(logFile, 'a', 0o600);
  writeSync(log, `${startMark} ${new Date().toISOString()}\n`);
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['ignore', log, log],
    ...(options.user ? { uid: options.user.uid, gid: options.user.gid } : {}),
  });
  closeSync(log);
  const { pid } = child;
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
  if (pid === undefined) {
    throw new StackError(`${options.name} could not be started: ${options.command} cannot be run.`);
  }
  context.supervisor.add(pid, options.stopSignal);
  await mkdir(path.dirname(pidFile), { recursive: true });
  await writeFile(
    pidFile,
    JSON.stringify({
      pid,
      command: [options.command, ...options.args].join(' '),
      signal: options.stopSignal,
      dataDir: context.dataDir,
    }),
  );
  const tidied = exited.then(async () => {
    context.supervisor.remove(pid);
    await rm(pidFile, { force: true });
  });
  return { pid, exited, tidied };
}

/** Ends what an earlier start left running: it would hold the data folder and ports this one needs. */
export async function stopLeftovers(dataDir: string): Promise<void> {
  const folder = path.join(dataDir, 'run');
  for (const name of await readdir(folder).catch(() => [])) {
    await stopLeftover(path.join(folder, name), dataDir);
  }
}

async function stopLeftover(pidFile: string, dataDir: string): Promise<void> {
  const text = await readFile(pidFile, 'utf8').catch(() => null);
  if (text === null) return;
  const left = parseLeftover(text);
  // In a copy of another data folder these are the processes of that one, which go on.
  const ours = left?.dataDir === undefined || left.dataDir === dataDir;
  if (left && ours && isAlive(left.pid)) {
    // Process ids are given out again: only a process with the same command line is ours.
    const commandLine = await commandLineOf(left.pid);
    if (commandLine?.startsWith(left.command)) {
      await endGroup(left.pid, left.signal, 10_000);
    }
  }
  await rm(pidFile, { force: true });
}

interface Leftover {
  pid: number;
  command: string;
  signal: NodeJS.Signals;
  /** Folder it was started for; releases before 0.2 did not say. */
  dataDir: string | undefined;
}

function parseLeftover(text: string): Leftover | null {
  try {
    const left = JSON.parse(text) as Record<'pid' | 'command' | 'signal' | 'dataDir', unknown>;
    if (typeof left.pid !== 'number' || typeof left.command !== 'string') return null;
    const dataDir = typeof left.dataDir === 'string' ? left.dataDir : undefined;
    return { pid: left.pid, command: left.command, signal: left.signal as NodeJS.Signals, dataDir };
  } catch {
    return null;
  }
}

/** How a process ended, with the last lines of its log. */
export async function describeExit(managedProcess: ManagedProcess, exit: Exit): Promise<string> {
  const how = exit.signal ? `was ended by ${exit.signal}` : `ended with code ${exit.code ?? 'unknown'}`;
  const lines = (await lastLines(managedProcess.logFile)).map((line) => `    ${line}`);
  const output =
    lines.length > 0
      ? `Its last lines in ${managedProcess.logFile}:\n${lines.join('\n')}`
      : `It wrote nothing to ${managedProcess.logFile}.`;
  return `${managedProcess.name} ${how}. ${output}`;
}

/**
 * Waits until a process answers.
 * @param probe resolves true once it does; a throw counts as not yet, a StackError as never
 * @throws StackError when the process ends first or the time is over, and the probe's own
 */
export async function untilReady(
  managedProcess: ManagedProcess,
  probe: () => Promise<boolean>,
  within: number,
): Promise<void> {
  const deadline = performance.now() + within;
  let ended: Exit | null = null;
  void managedProcess.exited.then((exit) => {
    ended = exit;
  });
  while (performance.now() < deadline) {
    if (ended)
      throw portTaken.test(await recentOutput(managedProcess))
        ? new PortTakenError(managedProcess)
        : new StackError(await describeExit(managedProcess, ended));
    const answered = await probe().catch((error: unknown) => (error instanceof StackError ? error : false));
    if (answered instanceof StackError) {
      await managedProcess.stop();
      throw answered;
    }
    if (answered) return;
    await wait(100);
    // Some servers do not end when their port is taken, they just never answer.
    if (portTaken.test(await recentOutput(managedProcess))) {
      await managedProcess.stop();
      throw new PortTakenError(managedProcess);
    }
  }
  await managedProcess.stop();
  const lines = (await lastLines(managedProcess.logFile)).map((line) => `    ${line}`).join('\n');
  throw new StackError(
    `${managedProcess.name} did not answer within ${within / 1000} s. Its last lines in ${managedProcess.logFile}:\n${lines}`,
  );
}

const portTaken = /EADDRINUSE|address (already )?in use/i;

/** The last lines of a process's log, as one text. */
export async function recentOutput(managedProcess: ManagedProcess): Promise<string> {
  return (await lastLines(managedProcess.logFile)).join('\n');
}

/** Somebody else took the port between its choice and its use. */
export class PortTakenError extends StackError {
  constructor(managedProcess: ManagedProcess) {
    super(`${managedProcess.name} lost its port to another program while it was starting. Start again.`);
    this.name = 'PortTakenError';
  }
}

/**
 * Starts something on the wished port or the next free one, and on another where that one is taken
 * away in the meantime.
 */
export async function onFreePort<T>(
  wished: number,
  host: string,
  attempt: (port: number) => Promise<T>,
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const port = await freePort(wished + tries, host);
    try {
      return await attempt(port);
    } catch (error) {
      if (!(error instanceof PortTakenError) || tries === 4) throw error;
    }
  }
}

/**
 * A probe for {@link untilReady}: the address answers 2xx. Headers with our own key tell our server
 * from a stranger's on the same port.
 */
export function answers(url: string, headers: Record<string, string> = {}): () => Promise<boolean> {
  return async () => (await fetch(url, { headers, signal: AbortSignal.timeout(2_000) })).ok;
}
