import { expect, it } from 'vitest';
import { createPhotoQueue } from './photo-queue.ts';

/** Work that ends when it is told to. */
function held() {
  let end = () => undefined as void;
  let runs = 0;
  const done = new Promise<void>((resolve) => (end = resolve));
  const work = async () => {
    runs += 1;
    await done;
    return 'done';
  };
  return { work, end: () => end(), runs: () => runs };
}

it('runs one at a time, lets four wait and refuses the sixth without running it', async () => {
  const queue = createPhotoQueue(4);
  const photos = Array.from({ length: 6 }, held);
  const answers = photos.map(({ work }) => queue(work));
  await expect(answers[5]).resolves.toEqual({ ok: false });
  expect(photos.map(({ runs }) => runs())).toEqual([1, 0, 0, 0, 0, 0]);
  photos.slice(0, 5).forEach(({ end }) => end());
  expect(await Promise.all(answers.slice(0, 5))).toEqual(Array(5).fill({ ok: true, value: 'done' }));
  expect(photos[5]?.runs()).toBe(0);
});

it('gives a place free again, also when work fails', async () => {
  const queue = createPhotoQueue(0);
  await expect(queue(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await queue(() => Promise.resolve(1))).toEqual({ ok: true, value: 1 });
});
