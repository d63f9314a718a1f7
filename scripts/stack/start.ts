import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { readEnv } from '../../src/config/env.ts';
import { readRunning, runningFile } from '../../src/config/running.ts';
import { watchDays } from './day-watch.ts';
import { writePrivateJson } from './files.ts';
import { describeExit, type Exit, type ManagedProcess } from './managed-process.ts';
import { commandLineOf, isAlive } from './processes.ts';
import { isSamePlace } from './postmaster.ts';
import { createProgress } from './progress.ts';
import { rootDir } from './root.ts';
import { scriptSettings } from './settings.ts';
import { StackError } from './stack-error.ts';
import { stackSteps, startStack, type Stack } from './stack.ts';
import { StateFile } from './state.ts';
import { watchSources } from './watch-sources.ts';
import { messageOf } from './error-message.ts';

/** What is missing while a process is away. */
const meanwhile: Record<string, string> = {
  PostgreSQL:
    'Pages and search go on; stamps are checked without their state, cart and orders say that they are away.',
  Meilisearch: 'Searching goes on with the small index made at build.',
  Medusa: 'Pages, search and stamps go on; cart and orders say that they are away for the moment.',
  Site: 'Nothing answers until it is back.',
};

/**
 * `npm start`: starts everything, says where it is, and stays until it is stopped. `npm run dev` does
 * the same with a live site and follows changes of the sources and the content.
 * @returns the exit code of the process
 */
export async function start(
  write: (text: string) => void,
  site: 'built' | 'live' = 'built',
  { acceptKeys = false }: { acceptKeys?: boolean } = {},
): Promise<number> {
  const stopping = new AbortController();
  const ended = new Promise<number>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve(Number(stopping.signal.reason)), {
      once: true,
    });
  });
  listenForStop(stopping, write);
  let stack: Stack | null = null;
  let code: number;
  try {
    const env = readEnv();
    await refuseSecondStart(env.DATA_DIR);
    stack = await startStack({
      site,
      env,
      source: process.env,
      distDir: site === 'live' ? liveFolder(env.DATA_DIR) : distFor(env.DATA_DIR),
      admin: true,
      durable: true,
      acceptKeys,
      progress: createProgress(write, stackSteps),
      signal: stopping.signal,
      onCrash: (managedProcess, exit, restMs) => void reportCrash(managedProcess, exit, restMs, write),
      onFailure: ({ name }, reason, restMs) =>
        write(`${name} could not be started: ${reason} The next try is in ${restMs / 1_000} s.\n`),
    });
    await noteRunning(stack);
    const state = new StateFile(stack.known.dataDir);
    write(welcome(stack, !(await state.read()).loginShown));
    await state.remember({ loginShown: true });
    const endWatches = [followDays(stack, stopping.signal, write)];
    if (site === 'live') endWatches.push(watchSources(stack, path.resolve(env.CONTENT_DIR), write));
    code = await ended;
    for (const end of endWatches) end();
  } catch (error) {
    code = stopping.signal.aborted ? Number(stopping.signal.reason) : 1;
    if (!stopping.signal.aborted) write(`\n${messageOf(error)}\n`);
  }
  if (stack) {
    await stack.stop();
    await rm(runningFile(stack.known.dataDir), { force: true });
  }
  write(code === 0 ? 'Everything is stopped.\n' : 'Stopped.\n');
  return code;
}

/** Signals this close together are one press: Ctrl-C may arrive both directly and passed on. */
const samePress = 1_000;

/** The first signal stops in order; a later one at once, leaving the rest to the supervisor. */
function listenForStop(stopping: AbortController, write: (text: string) => void): void {
  let pressedAt: number | null = null;
  const stop = () => {
    if (pressedAt !== null) {
      if (performance.now() - pressedAt > samePress) process.exit(130);
      return;
    }
    pressedAt = performance.now();
    write('\nStopping … (once more to stop at once)\n');
    stopping.abort(0);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  // The launcher at the other end of the channel is gone: nobody is left to stop this by hand.
  process.once('disconnect', () => {
    if (!stopping.signal.aborted) stopping.abort(0);
  });
}

/** Each data folder serves a build of its own, so that two stacks of one checkout do not share one. */
function distFor(dataDir: string): string {
  const resolved = path.resolve(dataDir);
  if (resolved === path.join(rootDir, '.data')) return path.join(rootDir, 'dist');
  const name = createHash('sha256').update(resolved).digest('hex').slice(0, 12);
  return path.join(rootDir, '.astro', `site-${name}`);
}

/** What a live site reads of the record; it has no build. */
function liveFolder(dataDir: string): string {
  return path.join(path.resolve(dataDir), 'live-site');
}

async function refuseSecondStart(dataDir: string): Promise<void> {
  const running = await readRunning(dataDir);
  if (!running || !isAlive(running.pid) || running.pid === process.pid) return;
  // A copy of the folder of a running one brings that one's note along.
  if (running.env.DATA_DIR && !(await isSamePlace(running.env.DATA_DIR, dataDir))) return;
  const commandLine = await commandLineOf(running.pid);
  if (commandLine !== null && !/start|dev/.test(commandLine)) return;
  throw new StackError(
    `It already runs from ${path.resolve(dataDir)}: ${running.siteUrl} (process ${running.pid}). Stop that one ` +
      'first, or set DATA_DIR to another folder to run a second one beside it.',
  );
}

async function noteRunning({ known }: Stack): Promise<void> {
  await writePrivateJson(runningFile(known.dataDir), {
    pid: process.pid,
    startedAt: new Date().toISOString(),
    siteUrl: known.siteUrl,
    env: scriptSettings(known),
  });
}

function welcome({ known, adminUrl }: Stack, firstTime: boolean): string {
  const { email, password } = known.secrets.admin;
  const login = firstTime
    ? [
        `    log-in          ${email}`,
        `    password        ${password}`,
        `    shown this once; stored in ${path.join(known.dataDir, 'secrets.json')}`,
      ]
    : [`    log-in          ${email}, password in ${path.join(known.dataDir, 'secrets.json')}`];
  return [
    '',
    `  Site              ${known.siteUrl}`,
    ...(adminUrl ? [`  Medusa Admin      ${adminUrl}`, ...login] : []),
    `  Logs              ${path.join(known.dataDir, 'logs')}`,
    '',
    '  Ctrl-C stops everything.',
    '',
  ].join('\n');
}

async function reportCrash(
  managedProcess: ManagedProcess,
  exit: Exit,
  restMs: number,
  write: (text: string) => void,
): Promise<void> {
  const words = meanwhile[managedProcess.name] ?? '';
  write(`\n${await describeExit(managedProcess, exit)}\n`);
  write(`${words} It is started again in ${restMs / 1_000} s.\n`);
}

function followDays(stack: Stack, stopped: AbortSignal, write: (text: string) => void): () => void {
  return watchDays(
    async (now) => {
      if ((await stack.followTheDay(now)) === 'unchanged') return;
      write('A new day changed what the pages say; the site was built and started again.\n');
    },
    (error) => {
      if (stopped.aborted) return;
      write(
        `The site could not be brought to the new day and shows the pages of before: ${messageOf(error)}\n`,
      );
      write('The next try is in an hour.\n');
    },
  );
}
