import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { messageOf } from '../../scripts/stack/error-message.ts';
import { startTestClock } from './clock.ts';
import { findChromium, findPdftotext, findZbar } from './chromium.ts';
import { stackFileVariable } from './stack.ts';
import { runPlaywright, runProgram, runVitest, verdict, type Tally } from './stages.ts';
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

  const total: Tally = { passed: 0, failed: 0 };
  const run = async (title: string, work: () => Promise<Tally>): Promise<boolean> => {
    if (stopping.signal.aborted) return false;
    const startedAt = performance.now();
    write(`\n=== ${title}\n`);
    const tally = await work().catch((error: unknown) => {
      write(`${messageOf(error)}\n`);
      return { passed: 0, failed: 1 };
    });
    total.passed += tally.passed;
    total.failed += tally.failed;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    write(`--- ${title}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)\n`);
    return tally.failed === 0;
  };

  const { signal } = stopping;
  if (stages.includes('check')) await run('Types', () => checkTypes(signal));
  if (stages.includes('lint')) await run('Lint', () => lint(signal));
  if (stages.includes('unit')) await run('Unit tests', () => runVitest('unit', {}, signal, filters));
  if (stages.includes('integration') || stages.includes('e2e')) {
    startTestClock();
    let stack: StartedTestStack | null = null;
    const up = await run('Starting PostgreSQL, Meilisearch, Medusa and the site', async () => {
      stack = await startTestStack(write, signal);
      return { passed: 0, failed: 0 };
    });
    const started = stack as StartedTestStack | null;
    if (up && started) {
      const env = { [stackFileVariable]: started.file };
      if (stages.includes('integration'))
        await run('Integration tests', () => runVitest('integration', env, signal, filters));
      if (stages.includes('e2e'))
        await run('End-to-end tests', () => runEndToEnd(env, write, signal, filters));
    }
    await started?.stop();
  }
  if (signal.aborted) {
    write('\nStopped before the end.\n');
    total.failed += 1;
  }
  write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

async function checkTypes(signal: AbortSignal): Promise<Tally> {
  const astro = path.resolve('node_modules/astro/bin/astro.mjs');
  const tsc = path.resolve('node_modules/typescript/bin/tsc');
  // `astro check` writes Astro's own types first, then checks pages and every other TypeScript file.
  const codes = await Promise.all([
    runProgram([astro, 'check', '--minimumSeverity', 'warning'], { signal }),
    runProgram([tsc, '--noEmit', '-p', 'medusa/tsconfig.json'], { signal }),
    runProgram([tsc, '-p', 'medusa/src/admin/tsconfig.json'], { signal }),
  ]);
  return verdict(codes);
}

async function lint(signal: AbortSignal): Promise<Tally> {
  const eslint = path.resolve('node_modules/eslint/bin/eslint.js');
  const prettier = path.resolve('node_modules/prettier/bin/prettier.cjs');
  const codes = await Promise.all([
    runProgram([eslint, '.', '--max-warnings', '0'], { signal }),
    runProgram([prettier, '--check', '--log-level', 'warn', '.'], { signal }),
  ]);
  return verdict(codes);
}

async function runEndToEnd(
  env: Record<string, string>,
  write: (text: string) => void,
  signal: AbortSignal,
  filters: readonly string[],
): Promise<Tally> {
  const chromium = findChromium(write);
  write(`Chromium: ${chromium}\n`);
  const zbar = findZbar(write);
  const pdftotext = findPdftotext(write);
  const settings = {
    ...env,
    CHROMIUM_PATH: chromium,
    ...(zbar ? { ZBARIMG: zbar } : {}),
    ...(pdftotext ? { PDFTOTEXT: pdftotext } : {}),
  };
  return runPlaywright(settings, signal, filters);
}
