import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { outcomeOf, type FileOutcome, type Outcome, type Run } from './outcome.ts';
import {
  lastLines,
  playwrightOutcome,
  vitestOutcome,
  type PlaywrightReport,
  type VitestReport,
} from './reports.ts';

/** What a program of a stage is given, and where its words go. */
export interface StageOptions {
  write: (text: string) => void;
  signal: AbortSignal;
  env?: Record<string, string>;
  /** Only test files whose path holds one of these; none runs all. */
  filters?: readonly string[];
}

/** What a program came to. */
export interface Ended {
  code: number;
  /** The last lines it wrote, without colours. */
  lastLines: string;
}

/** Enough of the end of what a program writes to find its last lines in. */
const TAIL = 20_000;

/** A program run to its end under Node 24. */
export function runProgram(
  args: readonly string[],
  { write, signal, env }: Omit<StageOptions, 'filters'>,
): Promise<Ended> {
  return new Promise((resolve) => {
    const colours = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {};
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...colours, ...env },
    });
    let tail = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        write(text);
        tail = (tail + text).slice(-TAIL);
      });
    }
    const stop = () => child.kill('SIGTERM');
    signal.addEventListener('abort', stop, { once: true });
    const end = (code: number) => {
      signal.removeEventListener('abort', stop);
      resolve({ code, lastLines: lastLines(tail) });
    };
    child.once('error', (error) => {
      tail += error.message;
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
    // A process of a test that outlives its run holds the pipes open: it must not hold up the rest.
    child.once('exit', (code) => setTimeout(() => end(code ?? 1), 5_000).unref());
  });
}

/** Keeps words of what runs beside something else, which they would stand between, until they are released. */
export function holdBack(write: (text: string) => void) {
  let kept: string[] | null = [];
  return {
    write: (text: string) => (kept ? void kept.push(text) : write(text)),
    /** Writes what was kept, and from now on at once. */
    release() {
      write(kept?.join('') ?? '');
      kept = null;
    },
  };
}

/** Runs the unit tests. */
export function runUnitTests({ filters = [], ...options }: StageOptions): Promise<Outcome> {
  return runVitest('unit', ['unit', 'unit-own-modules'], filters, options).then((run) => outcomeOf(run));
}

/**
 * Runs the integration tests: those on servers of their own beside those that share the stack, which wait
 * for each other. Failed files are run again once, alone.
 */
export async function runIntegrationTests({ filters = [], ...options }: StageOptions): Promise<Outcome> {
  const beside = holdBack(options.write);
  // A word may pick files of one of them alone.
  const words = [...filters, '--passWithNoTests'];
  const runs = await Promise.all([
    runVitest('integration', ['integration'], words, options),
    runVitest('own-servers', ['own-servers'], words, { ...options, write: beside.write }),
  ]);
  beside.release();
  const first = {
    files: runs.flatMap(({ files }) => files),
    code: Math.max(...runs.map(({ code }) => code)),
    lastLines: runs.map(({ lastLines }) => lastLines).join('\n'),
  };
  if (options.signal.aborted) return outcomeOf(first);
  return outcomeOf(first, (files) => {
    options.write(`\nOnce more, alone: ${files.join(', ')}\n`);
    return runVitest('integration-again', ['integration', 'own-servers'], files, options);
  });
}

async function runVitest(
  name: string,
  projects: readonly string[],
  words: readonly string[],
  options: Omit<StageOptions, 'filters'>,
): Promise<Run> {
  const report = path.resolve(`test-results/${name}.json`);
  await rm(report, { force: true });
  const cli = path.resolve('node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = projects.map((project) => `--project=${project}`);
  const ended = await runProgram([cli, 'run', ...chosen, ...reporters, ...words], options);
  const read = (await readReport(report)) as VitestReport | null;
  return { ...ended, files: [...(read ? vitestOutcome(read) : []), ...unhandled(ended)] };
}

/** An error outside any test fails the run, and stands in no report. */
function unhandled({ lastLines }: Ended): FileOutcome[] {
  if (!/^ *Errors +\d+ error/m.test(lastLines)) return [];
  const file = 'Vitest';
  return [{ file, passed: 0, failed: [{ file, name: 'an error outside any test', message: lastLines }] }];
}

/** Runs the end-to-end tests. Failed files are run again once, alone. */
export async function runPlaywright({ filters = [], env, ...options }: StageOptions): Promise<Outcome> {
  const cli = path.resolve('node_modules/@playwright/test/cli.js');
  // Playwright's loader cannot link a CommonJS module that requires an ES module ("module is not linked"),
  // as qs does deep inside Medusa's SDK: loaded before the loader is, it is there already.
  const nodeOptions = [process.env.NODE_OPTIONS, `--require=${path.resolve('node_modules/qs')}`];
  const run = async (name: string, words: readonly string[], more: readonly string[] = []): Promise<Run> => {
    const report = path.resolve(`test-results/${name}.json`);
    await rm(report, { force: true });
    const ended = await runProgram([cli, 'test', `--output=test-results/${name}`, ...more, ...words], {
      ...options,
      env: {
        ...env,
        NODE_OPTIONS: nodeOptions.filter(Boolean).join(' '),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    });
    const read = (await readReport(report)) as PlaywrightReport | null;
    return { ...ended, files: read ? playwrightOutcome(read) : [] };
  };
  const first = await run('e2e', filters);
  if (options.signal.aborted) return outcomeOf(first);
  return outcomeOf(first, (files) => {
    options.write(`\nOnce more, alone: ${files.join(', ')}\n`);
    return run('e2e-again', files, ['--workers=1']);
  });
}

async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}
