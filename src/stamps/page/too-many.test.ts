import { expect, test } from 'vitest';
import { tooManyPage } from './too-many.ts';

test.each([
  ['vi', 'khoảng 10 phút', 'href="/tem"'],
  ['en', 'about 10 minutes', 'href="/en/tem"'],
] as const)('one wrong code too many is answered in a tiny page (%s)', (lang, when, way) => {
  const page = tooManyPage(lang, 541);
  expect(page).toContain(when);
  expect(page).toContain(way);
  expect(page).toContain(`lang="${lang}"`);
  expect(Buffer.byteLength(page)).toBeLessThan(1_500);
});
