import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { messageOf } from '../../scripts/stack/error-message.ts';
import { startTestClock } from './clock.ts';
import { findChromium, findPdftotext, findZbar } from './chromium.ts';
import { stackFileVariable } from './stack.ts';
import { summary, total, verdict, type Outcome } from './outcome.ts';
import {
  holdBack,
  runIntegrationTests,
  runPlaywright,
  runProgram,
  runUnitTests,
  type StageOptions,
} from './stages.ts';
import { startTestStack, type StartedTestStack } from './test-stack.ts';

type Stage = 'check' | 'lint' | 'unit' | 'integration' | 'e2e';

/** What each `npm run …` for tests runs. */
const selections: Record<string, readonly Stage[]> = {
  all: ['check', 'lint', 'unit', 'integration', 'e2e'],
  check: ['check'],
  lint: ['lint'],
  unit: ['unit'],
  integration: ['integration'],
  e2e: ['e2e'],
};

/**
 * Runs the stages asked for, one stack for all that need it, and ends with the line
 * `N passed, N failed`.
 * @param filters only test files whose path holds one of these; none runs all
 * @returns the exit code: 0 only where something ran and nothing failed
 */
export async function runTests(
  selection: string,
  write: (text: string) => void,
  filters: readonly string[] = [],
): Promise<number> {
  const stages = selections[selection];
  if (!stages) {
    write(`There is no "${selection}" to run; there are ${Object.keys(selections).join(', ')}.\n`);
    return 1;
  }
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stopping.abort());
  await rm('test-results', { recursive: true, force: true });
  await mkdir('test-results', { recursive: true });

  const outcomes: { title: string; outcome: Outcome }[] = [];
  const run = async (
    title: string,
    work: (write: (text: string) => void) => Promise<Outcome>,
    tell = write,
  ): Promise<boolean> => {
    if (stopping.signal.aborted) return false;
    const startedAt = performance.now();
    tell(`\n=== ${title}\n`);
    const outcome = await work(tell).catch((error: unknown) => {
      tell(`${messageOf(error)}\n`);
      return { passed: 0, failed: [{ file: title, name: '', message: messageOf(error) }], flaky: [] };
    });
    outcomes.push({ title, outcome });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const { passed, failed } = outcome;
    tell(`--- ${title}: ${passed} passed, ${failed.length} failed (${seconds} s)\n`);
    return failed.length === 0;
  };

  const { signal } = stopping;
  // The clock of the servers' programs is not for what runs beside their start.
  const env = { NODE_OPTIONS: process.env.NODE_OPTIONS ?? '', TEST_CLOCK_OFFSET: '' };
  const options = { write, signal, filters };
  let stack: StartedTestStack | null = null;
  let starting: Promise<boolean> | null = null;
  const atStart = holdBack(write);
  if (stages.includes('integration') || stages.includes('e2e')) {
    startTestClock();
    const start = async (tell: (text: string) => void) => {
      stack = await startTestStack(tell, signal);
      return { passed: 0, failed: [], flaky: [] };
    };
    starting = run('Starting PostgreSQL, Meilisearch, Medusa and the site', start, atStart.write);
  }
  // Each of these leaves the machine idle for a part of its time; so does the start of the servers.
  if (stages.includes('check')) await run('Types', () => checkTypes({ ...options, env }));
  if (stages.includes('lint')) await run('Lint', () => lint({ ...options, env }));
  if (stages.includes('unit')) await run('Unit tests', () => runUnitTests({ ...options, env }));
  if (starting) {
    atStart.release();
    const up = await starting;
    const started = stack as StartedTestStack | null;
    if (up && started) {
      const withStack = { ...options, env: { [stackFileVariable]: started.file } };
      if (stages.includes('integration'))
        await run('Integration tests', () => runIntegrationTests(withStack));
      if (stages.includes('e2e')) await run('End-to-end tests', () => runEndToEnd(withStack));
    }
    await started?.stop();
  }
  if (signal.aborted) {
    const failed = [{ file: 'Stopped before the end', name: '', message: 'by a signal' }];
    outcomes.push({ title: 'All', outcome: { passed: 0, failed, flaky: [] } });
  }
  write(summary(outcomes));
  const { passed, failed } = total(outcomes);
  return failed === 0 && passed > 0 ? 0 : 1;
}

async function checkTypes(options: StageOptions): Promise<Outcome> {
  const astro = path.resolve('node_modules/astro/bin/astro.mjs');
  const tsc = path.resolve('node_modules/typescript/bin/tsc');
  // `astro check` writes Astro's own types first, then checks pages and every other TypeScript file.
  return runTogether(
    {
      'Astro check': [astro, 'check', '--minimumSeverity', 'warning'],
      'Types of Medusa': [tsc, '--noEmit', '-p', 'medusa/tsconfig.json'],
      'Types of the staff screens': [tsc, '-p', 'medusa/src/admin/tsconfig.json'],
    },
    options,
  );
}

async function lint(options: StageOptions): Promise<Outcome> {
  const eslint = path.resolve('node_modules/eslint/bin/eslint.js');
  const prettier = path.resolve('node_modules/prettier/bin/prettier.cjs');
  return runTogether(
    {
      ESLint: [eslint, '.', '--max-warnings', '0'],
      Prettier: [prettier, '--check', '--log-level', 'warn', '.'],
    },
    options,
  );
}

/** Runs checks at the same time; the stage passes where each does. */
async function runTogether(
  programs: Record<string, readonly string[]>,
  options: StageOptions,
): Promise<Outcome> {
  const ends = Object.entries(programs).map(async ([name, args]) => ({
    name,
    ...(await runProgram(args, options)),
  }));
  return verdict(await Promise.all(ends));
}

async function runEndToEnd(options: StageOptions): Promise<Outcome> {
  const { write } = options;
  const chromium = findChromium(write);
  write(`Chromium: ${chromium}\n`);
  const zbar = findZbar(write);
  const pdftotext = findPdftotext(write);
  const env = {
    ...options.env,
    CHROMIUM_PATH: chromium,
    ...(zbar ? { ZBARIMG: zbar } : {}),
    ...(pdftotext ? { PDFTOTEXT: pdftotext } : {}),
  };
  return runPlaywright({ ...options, env });
}
