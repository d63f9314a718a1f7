import { describe, expect, it } from 'vitest';
import { firstLines, lastLines, playwrightOutcome, vitestOutcome } from './reports.ts';

describe('a report of Vitest', () => {
  const file = (name: string, more: object) => ({
    name: `/shop/tests/${name}`,
    status: 'passed',
    assertionResults: [],
    ...more,
  });

  it('tells passed and failed tests by file', () => {
    const assertionResults = [
      { ancestorTitles: ['', 'a scan'], title: 'counts', status: 'passed', failureMessages: [] },
      {
        ancestorTitles: ['', 'a scan'],
        title: 'is kept',
        status: 'failed',
        failureMessages: ['\u001b[31mAssertionError\u001b[39m: expected 1 to be 0\n    at /shop/a.ts:1:2'],
      },
      { ancestorTitles: [], title: 'later', status: 'skipped', failureMessages: null },
    ];
    const report = { testResults: [file('a.test.ts', { status: 'failed', assertionResults })] };
    expect(vitestOutcome(report, '/shop')).toEqual([
      {
        file: 'tests/a.test.ts',
        passed: 1,
        failed: [
          {
            file: 'tests/a.test.ts',
            name: 'a scan › is kept',
            message: 'AssertionError: expected 1 to be 0',
          },
        ],
      },
    ]);
  });

  it('names a file that could not be loaded', () => {
    const report = { testResults: [file('b.test.ts', { status: 'failed', message: 'No such module' })] };
    expect(vitestOutcome(report, '/shop')[0]?.failed).toEqual([
      { file: 'tests/b.test.ts', name: '', message: 'No such module' },
    ]);
  });
});

describe('a report of Playwright', () => {
  const spec = (title: string, status: string, results: object[] = [{}]) => ({
    title,
    tests: [{ status, results }],
  });

  it('tells tests of all depths, and errors outside tests', () => {
    const report = {
      config: { rootDir: '/shop/tests/e2e' },
      errors: [{ message: 'Error: no tests found' }],
      suites: [
        {
          title: 'shop.spec.ts',
          file: 'shop.spec.ts',
          specs: [spec('buys', 'expected'), spec('later', 'skipped')],
          suites: [
            {
              title: 'without JavaScript',
              file: 'shop.spec.ts',
              specs: [
                spec('pays', 'unexpected', [{ error: { message: 'Error: not visible\n\nLocator: h1' } }]),
              ],
            },
          ],
        },
      ],
    };
    const file = 'tests/e2e/shop.spec.ts';
    expect(playwrightOutcome(report, '/shop')).toEqual([
      {
        file,
        passed: 1,
        failed: [{ file, name: 'without JavaScript › pays', message: 'Error: not visible\nLocator: h1' }],
      },
      {
        file: 'Playwright',
        passed: 0,
        failed: [{ file: 'Playwright', name: '', message: 'Error: no tests found' }],
      },
    ]);
  });
});

describe('lines for the end of a log', () => {
  it('are the first of an error, cut where they are long', () => {
    expect(firstLines(`${'x'.repeat(300)}\n\nb\nat f (/a.ts:1:2)\nc\nd\ne`).split('\n')).toEqual([
      `${'x'.repeat(240)} …`,
      'b',
      'c',
      'd',
    ]);
  });

  it('are the last of a program', () => {
    expect(lastLines('a\n\n\u001b[2mb \u001b[22m\nc\n', 2)).toBe('b\nc');
  });
});
