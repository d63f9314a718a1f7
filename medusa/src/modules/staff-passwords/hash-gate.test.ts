import { expect, it } from 'vitest';
import { comparing } from './hash-gate.ts';

it('compares two at once, in turn, and none beyond those that may wait', async () => {
  let open = 0;
  let most = 0;
  const order: number[] = [];
  const ends: (() => void)[] = [];
  const work = (n: number) => () =>
    new Promise<number>((resolve) => {
      open += 1;
      most = Math.max(most, open);
      order.push(n);
      ends.push(() => {
        open -= 1;
        resolve(n);
      });
    });
  const asked = Array.from({ length: 40 }, (_, n) => comparing(work(n)));
  await Promise.resolve();
  let done = 0;
  while (done < 32) {
    ends.shift()?.();
    done += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const answers = await Promise.all(asked);
  expect(most).toBe(2);
  expect(order).toEqual(Array.from({ length: 32 }, (_, n) => n));
  expect(answers.filter((one) => one === null)).toHaveLength(8);
});

it('goes on after one that failed', async () => {
  const failing = comparing(() => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await comparing(() => Promise.resolve(1))).toBe(1);
});
