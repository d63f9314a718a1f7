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

/** Runs one project of Vitest. Failed files of tests against servers are run again once, alone. */
export async function runVitest(
  project: 'unit' | 'integration',
  { filters = [], ...options }: StageOptions,
): Promise<Outcome> {
  const run = async (name: string, words: readonly string[]): Promise<Run> => {
    const report = path.resolve(`test-results/${name}.json`);
    await rm(report, { force: true });
    const cli = path.resolve('node_modules/vitest/vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const args = [cli, 'run', '--project', `${project}*`, ...reporters, ...words];
    const ended = await runProgram(args, options);
    const read = (await readReport(report)) as VitestReport | null;
    return { ...ended, files: [...(read ? vitestOutcome(read) : []), ...unhandled(ended)] };
  };
  const first = await run(project, filters);
  if (project === 'unit' || options.signal.aborted) return outcomeOf(first);
  return outcomeOf(first, (files) => {
    options.write(`\nOnce more, alone: ${files.join(', ')}\n`);
    return run(`${project}-again`, files);
  });
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
