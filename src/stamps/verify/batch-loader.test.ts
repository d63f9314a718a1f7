import { describe, expect, test, vi } from 'vitest';
import { failure, success } from '../../medusa-client/result.ts';
import type { Result } from '../../medusa-client/result.ts';
import { createBatchLoader } from './batch-loader.ts';

/** The other side: answers when told to, and remembers what it was asked. */
function otherSide() {
  const asked: number[][] = [];
  const open: ((result: Result<number[]>) => void)[] = [];
  const ask = (questions: number[]) => {
    asked.push(questions);
    return new Promise<Result<number[]>>((resolve) => open.push(resolve));
  };
  const reply = async (result: (questions: number[]) => Result<number[]>) => {
    const place = asked.length - open.length;
    open.shift()?.(result(asked[place] ?? []));
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { asked, ask, reply };
}

const doubled = (questions: number[]) => success(questions.map((n) => n * 2));
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('asking for many readers at once', () => {
  test('a lone question goes out at once', async () => {
    const side = otherSide();
    const ask = createBatchLoader(side.ask, 10);
    const answer = ask(4);
    await turn();
    expect(side.asked).toEqual([[4]]);
    await side.reply(doubled);
    expect(await answer).toEqual(success(8));
  });

  test('questions that come meanwhile share one request, and each gets its own answer', async () => {
    const side = otherSide();
    const ask = createBatchLoader(side.ask, 10);
    const answers = [ask(1), ask(2)];
    await turn();
    answers.push(ask(3));
    await turn();
    answers.push(ask(4));
    await turn();
    expect(side.asked).toEqual([[1, 2]]);
    for (const _ of [1, 2]) await side.reply(doubled);
    expect(side.asked).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(await Promise.all(answers)).toEqual([2, 4, 6, 8].map(success));
  });

  test('nobody waits for a request that hangs', async () => {
    const side = otherSide();
    const ask = createBatchLoader(side.ask, 10);
    const hanging = ask(1);
    await turn();
    const others = [ask(2), ask(3)];
    await vi.waitFor(() => expect(side.asked).toEqual([[1], [2, 3]]));
    await side.reply(() => failure('timeout'));
    await side.reply(doubled);
    expect(await hanging).toEqual(failure('timeout'));
    expect(await Promise.all(others)).toEqual([4, 6].map(success));
  });

  test('no request holds more than it may', async () => {
    const side = otherSide();
    const ask = createBatchLoader(side.ask, 2);
    const answers = [1, 2, 3].map(ask);
    await turn();
    await side.reply(doubled);
    await side.reply(doubled);
    expect(side.asked).toEqual([[1, 2], [3]]);
    expect(await Promise.all(answers)).toEqual([2, 4, 6].map(success));
  });

  test('a failure reaches all who wait, and the other side rests for two seconds', async () => {
    let clock = 0;
    const side = otherSide();
    const ask = createBatchLoader(side.ask, 10, () => clock);
    const answers = [ask(1)];
    await turn();
    answers.push(ask(2), ask(3));
    await turn();
    await side.reply(() => failure('timeout'));
    expect(await Promise.all(answers)).toEqual(Array(3).fill(failure('timeout')));
    clock = 1_999;
    expect(await ask(4)).toEqual(failure('timeout'));
    expect(side.asked).toEqual([[1]]);
    clock = 2_000;
    const later = ask(4);
    await turn();
    await side.reply(doubled);
    expect(await later).toEqual(success(8));
  });

  test('an answer that lacks a place is no answer', async () => {
    const side = otherSide();
    const ask = createBatchLoader(side.ask, 10);
    const answer = ask(1);
    await turn();
    await side.reply(() => success([]));
    expect(await answer).toEqual(failure('bad-answer'));
  });
});
