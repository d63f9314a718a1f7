import { describe, expect, test } from 'vitest';
import { PendingScans } from './pending-scans.ts';

const stamp = { epoch: '1', range: 3, index: 4 };
const time = (second: number) => new Date(Date.UTC(2026, 10, 21, 8, 0, second)).toISOString();
const scan = (id: string, second: number, device: string | null = `device of ${id}`) => ({
  ...stamp,
  id,
  device,
  at: time(second),
});
const nothing = { count: 0, firstAt: null, lastAt: null, seenLately: false };
const own = (second: number, device: string | null = 'mine') => scan('own', second, device);

describe('pending scans', () => {
  test('the first reader is the first, the next is told of the one before', () => {
    const pending = new PendingScans();
    pending.add(scan('a', 1));
    expect(pending.countWith(nothing, scan('a', 1))).toEqual({ count: 1, firstAt: time(1) });
    pending.add(own(2));
    expect(pending.countWith(nothing, own(2))).toEqual({ count: 2, firstAt: time(1) });
  });

  test('of two in one millisecond one is the first', () => {
    const pending = new PendingScans();
    const both = [scan('a', 1), scan('b', 1)];
    for (const one of both) pending.add(one);
    expect(both.map((one) => pending.countWith(nothing, one).count)).toEqual([1, 2]);
  });

  test('another stamp, a later scan and the reader’s own device are not added', () => {
    const pending = new PendingScans();
    pending.add({ ...scan('a', 1), index: 5 });
    pending.add({ ...scan('b', 1), epoch: '2' });
    pending.add(scan('d', 1, 'mine'));
    pending.add(own(2));
    pending.add(scan('c', 9));
    expect(pending.countWith(nothing, own(2)).count).toBe(1);
  });

  test('a device is counted once, a scan without one each time', () => {
    const pending = new PendingScans();
    for (const [n, device] of ['x', 'x', null, null].entries()) pending.add(scan(`s${n}`, n, device));
    expect(pending.countWith(nothing, own(9, null)).count).toBe(4);
  });

  test('a device the database counted moments ago is not counted again', () => {
    const pending = new PendingScans();
    pending.add(scan('a', 3));
    pending.markRepeat('a');
    const recorded = { count: 1, firstAt: time(1), lastAt: time(1), seenLately: false };
    expect(pending.countWith(recorded, own(5)).count).toBe(2);
    pending.remove(['a']);
    pending.markRepeat('a');
    pending.add(scan('a', 4));
    expect(pending.countWith(recorded, own(5)).count).toBe(3);
  });

  test('what the database has recorded is not counted twice, whether or not its answer has come', () => {
    const pending = new PendingScans();
    pending.add(scan('a', 1));
    pending.add(scan('b', 3));
    const recorded = { count: 7, firstAt: time(0), lastAt: time(1), seenLately: false };
    expect(pending.countWith(recorded, own(5))).toEqual({ count: 9, firstAt: time(0) });
    expect(pending.countWith({ ...recorded, count: 8, lastAt: time(3) }, own(5)).count).toBe(9);
    expect(pending.countWith({ ...recorded, seenLately: true }, own(5)).count).toBe(8);
  });

  test('a removed scan is not counted', () => {
    const pending = new PendingScans();
    pending.add(scan('a', 1));
    pending.add(scan('a', 1));
    pending.remove(['a', 'unknown']);
    expect(pending.countWith(nothing, own(5)).count).toBe(1);
    expect(pending.size).toBe(0);
  });

  test('there is a maximum: the oldest goes', () => {
    const pending = new PendingScans(2);
    for (const n of [1, 2, 3]) pending.add(scan(`s${n}`, n));
    expect(pending.countWith(nothing, own(5))).toEqual({ count: 3, firstAt: time(2) });
  });
});
