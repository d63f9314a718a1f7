import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { FileOutcome } from './outcome.ts';

/** What is read of Vitest's JSON report. */
export interface VitestReport {
  testResults: readonly {
    /** Absolute path. */
    name: string;
    status: string;
    message?: string;
    assertionResults: readonly {
      ancestorTitles: readonly string[];
      title: string;
      status: string;
      failureMessages?: readonly string[] | null;
    }[];
  }[];
}

export function vitestOutcome(report: VitestReport, root = process.cwd()): FileOutcome[] {
  return report.testResults.map(({ name, status, message, assertionResults }) => {
    const file = path.relative(root, name);
    const failed = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => ({
        file,
        name: [...test.ancestorTitles, test.title].filter(Boolean).join(' › '),
        message: firstLines(test.failureMessages?.[0] ?? ''),
      }));
    // A file that could not be loaded, or whose set-up failed, has no test that did.
    if (status === 'failed' && failed.length === 0)
      failed.push({ file, name: '', message: firstLines(message ?? '') });
    return { file, passed: assertionResults.filter((test) => test.status === 'passed').length, failed };
  });
}

interface PlaywrightSuite {
  title: string;
  file: string;
  suites?: readonly PlaywrightSuite[];
  specs?: readonly {
    title: string;
    tests: readonly { status: string; results: readonly { error?: { message?: string } }[] }[];
  }[];
}

/** What is read of Playwright's JSON report. */
export interface PlaywrightReport {
  /** Files are told from `rootDir`, the folder of the tests. */
  config: { rootDir: string };
  suites: readonly PlaywrightSuite[];
  errors?: readonly { message?: string; location?: { file: string } }[];
}

export function playwrightOutcome(report: PlaywrightReport, root = process.cwd()): FileOutcome[] {
  const files = report.suites.map((suite) => {
    const file = path.relative(root, path.join(report.config.rootDir, suite.file));
    const tests = testsIn(suite, []);
    return {
      file,
      passed: tests.filter(({ status }) => status === 'expected').length,
      failed: tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ name, message }) => ({ file, name, message })),
    };
  });
  const whole = (report.errors ?? []).map(({ message, location }) => {
    const file = location ? path.relative(root, location.file) : 'Playwright';
    return { file, passed: 0, failed: [{ file, name: '', message: firstLines(message ?? '') }] };
  });
  return [...files, ...whole];
}

function testsIn(
  suite: PlaywrightSuite,
  titles: readonly string[],
): { name: string; status: string; message: string }[] {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status, results }) => ({
      name: [...titles, spec.title].join(' › '),
      status,
      message: firstLines(results.find(({ error }) => error)?.error?.message ?? ''),
    })),
  );
  const inner = (suite.suites ?? []).flatMap((one) => testsIn(one, [...titles, one.title]));
  return [...own, ...inner];
}

const LINES = 4;
const LINE_LENGTH = 240;

/** The beginning of an error: its message, not where in the code it came from. */
export function firstLines(text: string): string {
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^at .*(:\d+:\d+\)?|\(<anonymous>\))$/.test(line));
  return lines
    .slice(0, LINES)
    .map((line) => (line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH)} …` : line))
    .join('\n');
}

/** The end of what a program wrote, where what went wrong stands. */
export function lastLines(text: string, count = 20): string {
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter(Boolean);
  return lines.slice(-count).join('\n');
}
