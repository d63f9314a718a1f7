import { describe, expect, test } from 'vitest';
import { WaitingScans } from './pending-scans.ts';

const stamp = { epoch: '1', range: 3, index: 4 };
const time = (second: number) => new Date(Date.UTC(2026, 10, 21, 8, 0, second)).toISOString();
const scan = (id: string, second: number, device: string | null = `device of ${id}`) => ({
  ...stamp,
  id,
  device,
  at: time(second),
});
const nothing = { count: 0, firstAt: null, lastAt: null, seenLately: false };
const look = (second: number, device: string | null = 'mine') => ({ ...stamp, device, at: time(second) });

describe('scans on their way', () => {
  test('the first reader is the first, the next hears of the one before', () => {
    const waiting = new WaitingScans();
    expect(waiting.with(nothing, look(1))).toEqual({ count: 1, firstAt: time(1) });
    waiting.add(scan('a', 1));
    expect(waiting.with(nothing, look(2))).toEqual({ count: 2, firstAt: time(1) });
  });

  test('another stamp, a later scan and the reader’s own device are not added', () => {
    const waiting = new WaitingScans();
    waiting.add({ ...scan('a', 1), index: 5 });
    waiting.add({ ...scan('b', 1), epoch: '2' });
    waiting.add(scan('c', 9));
    waiting.add(scan('d', 1, 'mine'));
    expect(waiting.with(nothing, look(2)).count).toBe(1);
  });

  test('a device is counted once, a scan without one each time', () => {
    const waiting = new WaitingScans();
    for (const [n, device] of ['x', 'x', null, null].entries()) waiting.add(scan(`s${n}`, n, device));
    expect(waiting.with(nothing, look(9, null)).count).toBe(4);
  });

  test('what the database has recorded is not counted twice, whether or not its answer has come', () => {
    const waiting = new WaitingScans();
    waiting.add(scan('a', 1));
    waiting.add(scan('b', 3));
    const recorded = { count: 7, firstAt: time(0), lastAt: time(1), seenLately: false };
    expect(waiting.with(recorded, look(5))).toEqual({ count: 9, firstAt: time(0) });
    expect(waiting.with({ ...recorded, count: 8, lastAt: time(3) }, look(5)).count).toBe(9);
    expect(waiting.with({ ...recorded, seenLately: true }, look(5)).count).toBe(8);
  });

  test('a scan that was taken, or never will be, is forgotten', () => {
    const waiting = new WaitingScans();
    waiting.add(scan('a', 1));
    waiting.add(scan('a', 1));
    waiting.forget(['a', 'unknown']);
    expect(waiting.with(nothing, look(5)).count).toBe(1);
  });

  test('there is an end to how many are kept: the oldest goes', () => {
    const waiting = new WaitingScans(2);
    for (const n of [1, 2, 3]) waiting.add(scan(`s${n}`, n));
    expect(waiting.with(nothing, look(5))).toEqual({ count: 3, firstAt: time(2) });
  });
});
