import { expect, test } from 'vitest';
import { couponDetour } from './coupon-link.ts';

test.each([
  ['/san-pham/tuong-ban', '?ma=TET', '/gio-hang?ma=TET&ve=%2Fsan-pham%2Ftuong-ban'],
  ['/en', '?ma=TET', '/en/gio-hang?ma=TET&ve=%2Fen'],
  ['/', '?utm=a&ma=t%20t', '/gio-hang?ma=t+t&ve=%2F%3Futm%3Da'],
  ['/', '?ma=', null],
  ['/', '', null],
])('%s%s leads to %s', (path, search, location) => {
  expect(couponDetour(path, search)).toBe(location);
});
