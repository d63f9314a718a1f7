import { expect, it } from 'vitest';
import { BUYER_SHOWN_DAYS, isPassword, showsBuyer } from './account-times.ts';

it('a password is long, and not endless', () => {
  expect(isPassword('mười một kt')).toBe(false);
  expect(isPassword('năm con cá rô đồng')).toBe(true);
  expect(isPassword('😀'.repeat(6))).toBe(false);
  expect(isPassword('a'.repeat(201))).toBe(false);
});

it('a buyer is shown as long as the parcel is on its way', () => {
  const now = Date.UTC(2039, 5, 15);
  const ago = (days: number) => new Date(now - days * 86_400_000);
  const open = { handedOverAt: null, deliveredAt: null, canceled: false };
  expect(showsBuyer(open, now)).toBe(true);
  expect(showsBuyer({ ...open, canceled: true }, now)).toBe(false);
  expect(showsBuyer({ ...open, handedOverAt: ago(1) }, now)).toBe(true);
  expect(showsBuyer({ ...open, handedOverAt: ago(BUYER_SHOWN_DAYS) }, now)).toBe(false);
  expect(showsBuyer({ ...open, handedOverAt: ago(2), deliveredAt: ago(1) }, now)).toBe(false);
});
