import { describe, expect, it } from 'vitest';
import { outcomeOf, summary, verdict, type FailedTest, type FileOutcome, type Run } from './outcome.ts';

const failedTest = (file: string, message = 'expected 1 to be 0'): FailedTest => ({
  file,
  name: 'counts',
  message,
});
const good = (file: string, passed = 3): FileOutcome => ({ file, passed, failed: [] });
const bad = (file: string, passed = 2): FileOutcome => ({ file, passed, failed: [failedTest(file)] });
const run = (files: FileOutcome[], code = files.some(({ failed }) => failed.length > 0) ? 1 : 0): Run => ({
  files,
  code,
  lastLines: 'the last it said',
});
const never = () => Promise.reject(new Error('run again'));

describe('the outcome of a run', () => {
  it('without failures is not run again', async () => {
    expect(await outcomeOf(run([good('a'), good('b')]), never)).toEqual({ passed: 6, failed: [], flaky: [] });
  });

  it('counts what fails twice as failed, once', async () => {
    const asked: string[][] = [];
    const outcome = await outcomeOf(run([good('a'), bad('b')]), (files) => {
      asked.push([...files]);
      return Promise.resolve(run([bad('b')]));
    });
    expect(asked).toEqual([['b']]);
    expect(outcome).toEqual({ passed: 5, failed: [failedTest('b')], flaky: [] });
  });

  it('tells what passes when run again alone, with its first error', async () => {
    const outcome = await outcomeOf(run([good('a'), bad('b'), bad('c')]), () =>
      Promise.resolve(run([good('b'), bad('c')])),
    );
    expect(outcome).toEqual({ passed: 8, failed: [failedTest('c')], flaky: [failedTest('b')] });
  });

  it('tells them one by one where a file has both', async () => {
    const first = {
      file: 'a',
      passed: 1,
      failed: [failedTest('a'), { ...failedTest('a'), name: 'is kept' }],
    };
    const outcome = await outcomeOf(run([first]), () => Promise.resolve(run([bad('a')])));
    expect(outcome).toEqual({
      passed: 2,
      failed: [failedTest('a')],
      flaky: [{ ...failedTest('a'), name: 'is kept' }],
    });
    const whole = { file: 'a', passed: 0, failed: [{ ...failedTest('a'), name: '' }] };
    expect((await outcomeOf(run([first]), () => Promise.resolve(run([whole])))).flaky).toEqual([]);
  });

  it('keeps the failure of a file that the second run did not reach', async () => {
    const outcome = await outcomeOf(run([bad('a'), bad('b')]), () => Promise.resolve(run([good('a')], 1)));
    expect(outcome.failed).toEqual([failedTest('b')]);
  });

  it('runs nothing again where many files fail, or where a failure counts at once', async () => {
    const many = ['a', 'b', 'c', 'd'].map((file) => bad(file));
    expect((await outcomeOf(run(many), never)).failed).toHaveLength(4);
    expect((await outcomeOf(run([bad('a')]))).failed).toHaveLength(1);
  });

  it.each([
    ['ran nothing', run([], 0), 'ran no test'],
    [
      'ended badly without a failed test',
      run([good('a')], 137),
      'ended with code 137, though no test failed',
    ],
  ])('failed where it %s', async (_, first, name) => {
    const { failed } = await outcomeOf(first, never);
    expect(failed).toEqual([{ file: 'The run', name, message: 'the last it said' }]);
  });

  it('failed where only the second run ended badly', async () => {
    const outcome = await outcomeOf(run([bad('a')]), () => Promise.resolve(run([good('a')], 1)));
    expect(outcome.failed).toHaveLength(1);
  });
});

describe('the last lines', () => {
  it('name every failed test with its error, then the flaky ones count as passed', () => {
    const text = summary([
      { title: 'Lint', outcome: verdict([{ name: 'ESLint', code: 1, lastLines: 'a.ts\n1:1 error' }]) },
      { title: 'Unit tests', outcome: { passed: 4, failed: [], flaky: [] } },
      {
        title: 'Integration tests',
        outcome: { passed: 2, failed: [failedTest('b')], flaky: [failedTest('c', 'timed out')] },
      },
    ]);
    expect(text).toBe(`
Flaky: failed, and passed when run again alone:
  Integration tests: c › counts
    timed out

Failed:
  Lint: ESLint › ended with code 1
    a.ts
    1:1 error
  Integration tests: b › counts
    expected 1 to be 0

6 passed, 2 failed, 1 flaky
`);
  });

  it('are one line where all is well', () => {
    const outcome = verdict([{ name: 'ESLint', code: 0, lastLines: '' }]);
    expect(summary([{ title: 'Lint', outcome }])).toBe('\n1 passed, 0 failed\n');
  });
});
