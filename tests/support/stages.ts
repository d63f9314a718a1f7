import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';

/** What came of a stage. */
export interface Tally {
  passed: number;
  failed: number;
}

/** A program run to its end under Node 24, its words going straight to the terminal. */
export function runProgram(
  args: readonly string[],
  options: { env?: Record<string, string>; cwd?: string; signal?: AbortSignal } = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      cwd: options.cwd ?? process.cwd(),
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...options.env },
    });
    const stop = () => child.kill('SIGTERM');
    options.signal?.addEventListener('abort', stop, { once: true });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => {
      options.signal?.removeEventListener('abort', stop);
      resolve(code ?? 1);
    });
  });
}

/** A check that passes or fails as a whole: the exit codes of its programs decide. */
export function verdict(codes: readonly number[]): Tally {
  const ok = codes.every((code) => code === 0);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** Runs one project of Vitest, of files whose path holds one of `filters` where there are any. A run without a single test counts as failed. */
export async function runVitest(
  project: 'unit' | 'integration',
  env: Record<string, string>,
  signal: AbortSignal,
  filters: readonly string[] = [],
): Promise<Tally> {
  const report = path.resolve(`test-results/${project}.json`);
  await rm(report, { force: true });
  const cli = path.resolve('node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runProgram([cli, 'run', '--project', `${project}*`, ...reporters, ...filters], {
    env,
    signal,
  });
  const counts = (await readReport(report)) as {
    numPassedTests?: number;
    numFailedTests?: number;
  } | null;
  return honest({ passed: counts?.numPassedTests ?? 0, failed: counts?.numFailedTests ?? 0 }, code);
}

/** Runs the end-to-end tests. A run without a single test counts as failed. */
export async function runPlaywright(
  env: Record<string, string>,
  signal: AbortSignal,
  filters: readonly string[] = [],
): Promise<Tally> {
  const report = path.resolve('test-results/e2e.json');
  await rm(report, { force: true });
  const cli = path.resolve('node_modules/@playwright/test/cli.js');
  // Playwright's loader cannot link a CommonJS module that requires an ES module ("module is not linked"),
  // as qs does deep inside Medusa's SDK: loaded before the loader is, it is there already.
  const options = [process.env.NODE_OPTIONS, `--require=${path.resolve('node_modules/qs')}`];
  const loadedFirst = { NODE_OPTIONS: options.filter(Boolean).join(' ') };
  const code = await runProgram([cli, 'test', ...filters], { env: { ...env, ...loadedFirst }, signal });
  const { stats } = ((await readReport(report)) ?? {}) as {
    stats?: { expected: number; unexpected: number; flaky: number };
  };
  return honest(
    { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) },
    code,
  );
}

/** A program that failed without counting a failure still failed; so did one that ran nothing. */
export function honest(tally: Tally, code: number): Tally {
  const unsaid = tally.failed === 0 && (code !== 0 || tally.passed === 0);
  return unsaid ? { ...tally, failed: 1 } : tally;
}

async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}
