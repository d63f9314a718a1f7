import { describe, expect, test } from 'vitest';
import { failure, success } from '../../medusa-client/result.ts';
import { plainAnswer } from '../page/testing/plain-answer.ts';
import { isRepeat, RecentLooks } from './recent-looks.ts';

test('a device that looked at a stamp is known the second time', () => {
  const looks = new RecentLooks();
  expect(looks.note('one')).toBe(false);
  expect(looks.note('another')).toBe(false);
  expect(looks.note('one')).toBe(true);
});

describe('a look is the repeat of a counted scan', () => {
  const at = '2026-11-22T10:00:00.000Z';
  const looked = (seenLately: boolean, lastAt: string | null) => {
    const answer = plainAnswer('active');
    return success({ ...answer, scans: { ...answer.scans, seenLately, lastAt } });
  };

  test.each([
    ['where the database counted this device lately', looked(true, '2026-11-22T09:55:00.000Z'), true],
    ['in the same millisecond', looked(true, at), true],
    ['but not where it counted another', looked(false, '2026-11-22T09:55:00.000Z'), false],
    ['nor where the last scan lies ahead of this clock', looked(true, '2026-11-22T10:00:00.001Z'), false],
    ['nor where no scan is dated', looked(true, null), false],
    ['nor where the stamp was never issued', success(null), false],
    ['nor where the database does not answer', failure('timeout'), false],
  ])('%s', (_, answer, repeat) => expect(isRepeat(answer, at)).toBe(repeat));
});
